import { describe, expect, it } from 'vitest';
import { liquidationTrigger } from './index.ts';

const { schema, analyze, diff } = liquidationTrigger;

const rule = (name: string, conditions: unknown, actions: unknown[], priority = 1) => ({
  ...{ name, priority, conditions },
  event: { type: name, params: { actions } },
});
const BELOW = { all: [{ fact: 'equity', operator: 'lessThan', value: { fact: 'maintenanceMargin' } }] };
const LIQUIDATION = rule('liquidation', BELOW, [{ type: 'plan-liquidation' }], 500);
const WARNED = { all: [{ fact: 'marginRatio', operator: 'lessThan', value: '1.5' }] };
const described = { meaning: 'For the test.', source: 'the test' };

const compared = (before: object, after: object) => {
  const [then, now] = [before, after].map((document) => schema.parse({ rules: [LIQUIDATION], ...document }));
  return { comparison: analyze(now!, then!).comparison!, rows: diff(then!, now!) };
};

describe('facts that are declared otherwise', () => {
  const limits = (cap: object, more: object = {}) => ({
    ...{ name: 'limits', type: 'structured', unit: 'none', ...described, ...more },
    fields: [
      { path: '$.cap', type: 'decimal', unit: 'none', meaning: 'For the test.', ...cap },
      { path: '$.unasked', type: 'decimal', unit: 'none', meaning: 'For the test.', ...more },
    ],
  });
  const capped = rule(
    'capped',
    { all: [{ fact: 'limits', path: '$.cap', operator: 'greaterThan', value: '5' }] },
    [{ type: 'plan-liquidation' }],
    900,
  );
  const rules = [capped, LIQUIDATION];

  it.each<[string, object, object]>([
    ['the bound of a part', limits({ maximum: '10' }), limits({ maximum: '1000' })],
    ['the age of the whole', { ...limits({}), ageMaxSeconds: 3600 }, { ...limits({}), ageMaxSeconds: 1 }],
  ])('%s that rules ask for', (_, before, after) => {
    const { comparison, rows } = compared({ rules, facts: [before] }, { rules, facts: [after] });
    expect(rows.map(({ path, effect }) => [path, effect])).toEqual([['/facts/name=limits', 'can-liquidate']]);
    expect(comparison).toMatchObject({
      answer: 'unknown',
      reason: 'rules ask for `limits`, which is declared otherwise',
    });
  });

  it('a part that no rule asks for does nothing', () => {
    const [before, after] = [limits({}), limits({})];
    const changed = {
      ...after,
      fields: after.fields.map((field, at) => (at === 1 ? { ...field, maximum: '1' } : field)),
    };
    const { comparison, rows } = compared({ rules, facts: [before] }, { rules, facts: [changed] });
    expect(rows.map(({ effect }) => effect)).toEqual(['none']);
    expect(comparison.answer).toBe('equivalent');
  });

  it('a part that only the newer version declares, and asks for', () => {
    const before = { ...limits({}), fields: limits({}).fields.slice(1) };
    const { comparison, rows } = compared({ facts: [before] }, { rules, facts: [limits({})] });
    expect(rows.map(({ path, effect }) => [path, effect])).toContainEqual(['/rules/name=capped', 'can-liquidate']);
    expect(comparison).toMatchObject({ answer: 'stricter', reason: null });
  });

  it('a fact that has become one of parts', () => {
    const before = { name: 'limits', type: 'decimal', unit: 'none', ...described };
    const conditions = { all: [{ fact: 'limits', operator: 'greaterThan', value: '5' }] };
    const { comparison, rows } = compared(
      { rules: [{ ...capped, conditions }, LIQUIDATION], facts: [before] },
      { rules, facts: [limits({})] },
    );
    expect(rows.map(({ path, effect }) => [path, effect])).toContainEqual(['/facts/name=limits', 'can-liquidate']);
    expect(comparison.answer).toBe('unknown');
  });

  it.each([
    ['notify', 'none'],
    ['block-new-risk', 'blocks-new-risk'],
    ['plan-liquidation', 'can-liquidate'],
  ])('a fact that only %s passes on', (type, effect) => {
    const fact = { name: 'score', type: 'decimal', unit: 'none', ...described };
    const passing = [LIQUIDATION, rule('scored', WARNED, [{ type, params: { score: { fact: 'score' } } }])];
    const { comparison, rows } = compared(
      { rules: passing, facts: [fact] },
      { rules: passing, facts: [{ ...fact, maximum: '1' }] },
    );
    expect(rows.map((row) => row.effect)).toEqual([effect]);
    expect(comparison.answer).toBe('unknown');
  });
});

describe('what is compared is said', () => {
  const WHERE = 'Where facts are known, marks are believed and nothing is on hold, ';
  const HOLD = { contract: 'A', from: '2026-01-01T00:00:00Z', until: '2026-01-02T00:00:00Z', reason: 'outage' };
  const SAME = 'every account comes to the same zone with the same actions as before.';

  it.each<[string, object, string]>([
    ['the age of marks', { markAgeMaxSeconds: 60 }, 'the age up to which marks are believed differs'],
    ['the mark band', { markBand: { indexDeviationMax: '0.1', lastGoodDeviationMax: '0.1' } }, 'the mark band differs'],
    ['holds', { holds: [HOLD] }, 'the holds differ'],
    [
      'all of them',
      { markAgeMaxSeconds: 60, markBand: { indexDeviationMax: '0.1' }, holds: [HOLD] },
      'the age up to which marks are believed, the mark band and the holds differ',
    ],
  ])('%s differs: not every account is known to come to the same', (_, after, reason) => {
    const { comparison, rows } = compared({}, after);
    const sentence = `${WHERE}${SAME} Yet ${reason}, as the differences row by row tell.`;
    expect(comparison).toEqual({ answer: 'unknown', sentence, reason, differences: [] });
    expect(rows.length).toBeGreaterThan(0);
  });

  it('the reason of a hold does nothing', () => {
    const { comparison } = compared({ holds: [HOLD] }, { holds: [{ ...HOLD, reason: 'another' }] });
    expect(comparison).toMatchObject({ answer: 'equivalent', sentence: WHERE + SAME });
  });

  it('accounts whose facts are unknown are not spoken of', () => {
    const facts = [{ name: 'x', type: 'decimal', unit: 'none', ...described }];
    const sides = [
      { fact: 'x', operator: 'lessThan', value: '5' },
      { fact: 'x', operator: 'greaterThan', value: '6' },
    ];
    const never = rule('never', { all: sides }, [{ type: 'notify' }], 900);
    const { comparison } = compared({ rules: [never, LIQUIDATION], facts }, { facts });
    expect(comparison.sentence).toBe(WHERE + SAME);
  });
});

describe('the direction of other actions in one zone', () => {
  const called = (...actions: object[]) => ({ rules: [LIQUIDATION, rule('call', WARNED, actions)] });
  const notify = (a: number) => ({ type: 'notify', params: { a } });
  const block = { type: 'block-new-risk' };
  const withdrawals = { type: 'block-withdrawals' };
  const hold = { type: 'hold' };
  const stays = 'an account with maintenance margin 100, equity 149 stays in `call`, with other actions';

  it.each<[string, object[], object[], string]>([
    ['more is kept from it', [block], [block, withdrawals], 'stricter'],
    ['less is kept from it', [block, withdrawals], [block], 'looser'],
    ['a hold begins', [notify(1)], [notify(1), hold], 'looser'],
    ['a hold ends', [hold], [], 'stricter'],
    ['it is kept from another thing', [block], [withdrawals], 'incomparable'],
    ['it is kept from the same on other terms', [block], [{ ...block, params: { a: 1 } }], 'incomparable'],
    ['it is told in other words', [notify(2)], [notify(1)], 'equivalent'],
    ['it is not told any more', [notify(2)], [], 'equivalent'],
    ['it is told first', [block, notify(1)], [notify(1), block], 'equivalent'],
  ])('%s', (_, before, after, answer) => {
    const { comparison } = compared(called(...before), called(...after));
    expect(comparison).toMatchObject({ answer, reason: null });
    const isOrdered = answer === 'stricter' || answer === 'looser';
    expect(comparison.differences.map(({ direction }) => direction)).toEqual(isOrdered ? [answer] : []);
    if (isOrdered) expect(comparison.differences[0]?.sentence.toLowerCase()).toBe(`${stays}.`);
    else expect(comparison.sentence).toContain(stays);
  });
});

it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
  'a condition named %s in one version only',
  (name) => {
    const named = { rules: [{ ...LIQUIDATION, conditions: { condition: name } }], conditions: { [name]: BELOW } };
    for (const [before, after] of [
      [{}, named],
      [named, {}],
    ]) {
      const { comparison, rows } = compared(before!, after!);
      expect(comparison.answer).toBe('equivalent');
      expect(rows.map(({ effect }) => effect)).toEqual(['none', 'none']);
    }
  },
);
