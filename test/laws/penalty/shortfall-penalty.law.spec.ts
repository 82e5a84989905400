import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortfallPenalty } from '@backstop/core/kinds/shortfall-penalty';
import { add, compare, decimal, formatDecimal, isNegative, subtract, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { assessPenalty, snapshotBefore } from '@backstop/core/penalty';
import type { ShortfallDay } from '@backstop/core/penalty';
import { parseInstant } from '@backstop/core/venue';

const rules = shortfallPenalty.compile(
  shortfallPenalty.schema.parse({
    base: 'initial',
    snapshotTime: '15:30',
    utcOffset: '+05:30',
    grades: [{ shortfallBelow: '1000', shareBelow: '0.1', rate: '0.005' }, { rate: '0.01' }],
    escalation: { consecutiveDaysMax: 3, instancesMax: 5, rate: '0.05' },
  }),
);

const cents = (min: number, max: number) => fc.integer({ min, max }).map((units) => decimal(BigInt(units), 2));
const day = fc.integer({ min: 1, max: 31 }).map((at) => `2026-03-${String(at).padStart(2, '0')}`);

const questions: fc.Arbitrary<ShortfallDay> = fc.record({
  day,
  shortfall: cents(-1_000, 300_000),
  margin: cents(0, 3_000_000),
  accountValue: cents(-100_000, 100_000),
  isProtected: fc.boolean(),
  history: fc.array(day, { maxLength: 40 }),
  resetOn: fc.option(day),
  precision: fc.constantFrom(0, 2, 8),
});

const RUNS = { numRuns: 3_000 };

function holds(law: (question: ShortfallDay) => void): void {
  fc.assert(fc.property(questions, law), RUNS);
}

const at = (over: Partial<ShortfallDay>): ShortfallDay => ({
  day: '2026-03-20',
  shortfall: decimal(100n, 0),
  margin: decimal(10_000n, 0),
  accountValue: decimal(1_000n, 0),
  isProtected: false,
  history: [],
  resetOn: null,
  precision: 2,
  ...over,
});
const days = (...numbers: readonly number[]) => numbers.map((each) => `2026-03-${String(each).padStart(2, '0')}`);

describe('a penalty', () => {
  it('never makes an account negative: at most max(0, accountValue) is charged', () => {
    holds((question) => {
      const { charged } = assessPenalty(rules, question);
      expect(isNegative(charged)).toBe(false);
      if (compare(charged, ZERO) > 0) expect(isNegative(subtract(question.accountValue, charged))).toBe(false);
    });
  });

  it('is whole: what is charged, owed and waived is the penalty, and a protected account owes nothing', () => {
    holds((question) => {
      const { penalty, charged, owed, waived } = assessPenalty(rules, question);
      expect(compare(add(add(charged, owed), waived), penalty)).toBe(0);
      expect(compare(question.isProtected ? owed : waived, ZERO)).toBe(0);
    });
  });

  it('never falls because there was a shortfall on one more day', () => {
    fc.assert(
      fc.property(questions, day, (question, earlier) => {
        const less = assessPenalty(rules, question);
        const more = assessPenalty(rules, { ...question, history: [...question.history, earlier] });
        expect(compare(more.penalty, less.penalty)).toBeGreaterThanOrEqual(0);
      }),
      RUNS,
    );
  });

  it('depends on which days there were, not on their order or on how often they are told', () => {
    holds((question) => {
      const { history } = question;
      const again = { ...question, history: [...history, ...history].toReversed() };
      expect(assessPenalty(rules, again)).toEqual(assessPenalty(rules, question));
    });
  });

  it('is none without a shortfall and on the day of a balance reset', () => {
    const amount = (over: Partial<ShortfallDay>) => assessPenalty(rules, at(over));
    expect(amount({ shortfall: ZERO })).toMatchObject({ reason: 'no-shortfall', penalty: ZERO });
    expect(amount({ resetOn: '2026-03-20' })).toMatchObject({ reason: 'balance-reset', penalty: ZERO });
  });
});

describe('the rate', () => {
  const said = (over: Partial<ShortfallDay>): [string, string] => {
    const { reason, rate } = assessPenalty(rules, at(over));
    return [reason, formatDecimal(rate)];
  };
  const thousand: Decimal = decimal(1_000n, 0);

  it.each<[string, Partial<ShortfallDay>, [string, string]]>([
    ['shortfall below both limits', { shortfall: decimal(99_999n, 2) }, ['graded', '0.005']],
    ['shortfall = the amount', { shortfall: thousand, margin: decimal(1_000_000n, 0) }, ['graded', '0.01']],
    ['shortfall = the share of the margin', { shortfall: thousand }, ['graded', '0.01']],
    ['3 days in a row', { history: days(18, 19) }, ['graded', '0.005']],
    ['4 days in a row', { history: days(17, 18, 19) }, ['consecutive-days', '0.05']],
    ['5 instances in the month', { history: days(2, 4, 6, 8) }, ['graded', '0.005']],
    ['6 instances in the month', { history: days(2, 4, 6, 8, 10) }, ['instances-in-month', '0.05']],
    [
      'a row across the month',
      { day: '2026-03-02', history: ['2026-02-27', '2026-02-28', ...days(1)] },
      ['consecutive-days', '0.05'],
    ],
    ['instances of the month before', { history: ['2026-02-02', '2026-02-04', ...days(2, 4, 6)] }, ['graded', '0.005']],
    ['later days', { history: days(21, 22, 23, 24, 25, 26) }, ['graded', '0.005']],
    [
      'days up to a balance reset',
      { history: days(2, 4, 6, 8, 17, 18, 19), resetOn: '2026-03-18' },
      ['graded', '0.005'],
    ],
  ])('%s', (_, over, expected) => {
    expect(said(over)).toEqual(expected);
  });
});

describe('the snapshot', () => {
  const last = (text: string) => snapshotBefore(rules.snapshot, parseInstant(text) ?? 0);

  it.each([
    ['at its time', '2026-03-20T10:00:00Z', '2026-03-20', '2026-03-20T10:00:00Z'],
    ['a millisecond before', '2026-03-20T09:59:59.999Z', '2026-03-19', '2026-03-19T10:00:00Z'],
    ['after midnight of the zone', '2026-03-20T20:00:00Z', '2026-03-20', '2026-03-20T10:00:00Z'],
  ])('%s', (_, asked, on, instant) => {
    expect(last(asked)).toEqual({ day: on, at: parseInstant(instant) });
  });
});
