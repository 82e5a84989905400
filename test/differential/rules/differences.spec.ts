import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { liquidationTrigger } from '@backstop/core/kinds/liquidation-trigger';
import { parseDecimal } from '@backstop/core/num';
import { bind, compile, decide, gather, placeOf } from '@backstop/core/rules';
import type { RootCondition } from '@backstop/core/rules';
import { always, engineSays, facts, isRead, leaf, listed, refusals, weSay } from './told-by-each.ts';
import { venueScope } from './venue-scope.ts';

// Each test shows what json-rules-engine 7.3.1 does, then what we do instead; docs/rule-language.md names them all.

describe('running', () => {
  it('overlapping runs: a shared engine loses rules, a shared program does not', async () => {
    const high = { all: [leaf('days', 'greaterThan', 0)] };
    const engine = new Engine();
    for (const priority of [2, 1]) {
      engine.addRule({ priority, conditions: high, event: { type: String(priority) } });
    }
    const late = () => new Promise((resolve) => setTimeout(resolve, 5, 4));
    const runs = await Promise.all([engine.run({ days: 1 }), engine.run({ days: late })]);
    expect(runs.map(({ events }) => events.map(({ type }) => type))).toEqual([['2', '1'], ['2']]);

    const program = compile([listed({ not: high }, 2), listed(high, 1)], { facts, conditions: {} });
    const rows = [1, 0, 4].map((days) => gather(program, venueScope({ days })));
    expect(rows.map((row) => placeOf(decide(program, row)))).toEqual([1, 0, 1]);
    expect(rows.toReversed().map((row) => placeOf(decide(program, row)))).toEqual([1, 0, 1]);
  });

  it('the first rule decides: json-rules-engine reports every rule that hits', async () => {
    const engine = new Engine();
    for (const name of ['a', 'b']) {
      engine.addRule({ name, conditions: always, event: { type: name } });
    }
    expect((await engine.run({ days: 1 })).results).toHaveLength(2);
    const program = compile([listed(always), listed(always)], { facts, conditions: {} });
    expect(placeOf(decide(program, gather(program, venueScope({ days: 1 }))))).toBe(0);
  });

  it('order of results: by nesting there, by priority and place here', async () => {
    const deep = { all: [{ any: [{ all: [...always.all, ...always.all] }] }] };
    const engine = new Engine();
    for (const [name, conditions] of Object.entries({ deep, flat: always })) {
      engine.addRule({ name, conditions: conditions, event: { type: name } });
    }
    expect((await engine.run({ days: 1 })).results.map(({ name }) => name)).toEqual(['flat', 'deep']);
    const program = compile([listed(deep), listed(always)], { facts, conditions: {} });
    expect(placeOf(decide(program, gather(program, venueScope({ days: 1 }))))).toBe(0);
  });

  it('the document is left alone: json-rules-engine copies it for every run and writes into it', () => {
    const conditions = { all: [{ ...leaf('days', 'equal', 1), priority: '7' }] };
    new Engine([{ conditions: conditions as unknown as TopLevelCondition, event: { type: 'rule' } }]);
    expect(conditions.all[0]!.priority).toBe(7);
    const frozen = Object.freeze({ all: Object.freeze([Object.freeze(leaf('days', 'equal', 1))]) });
    expect(weSay(frozen, venueScope({ days: 1 }))).toBe(true);
    expect(isRead(conditions)).toBe(false);
  });

  it('what settles a list is enough: json-rules-engine refuses a run for a fact that could not matter', async () => {
    const conditions = { any: [leaf('days', 'equal', 1), leaf('score', 'equal', '2')] };
    await expect(engineSays(conditions, { days: 1 })).rejects.toThrow('Undefined fact: score');
    expect(weSay(conditions, venueScope({ days: 1 }))).toBe(true);
    expect(weSay(conditions, venueScope({ days: 0 }))).toBeNull();
  });
});

describe('events', () => {
  it('events called error: json-rules-engine fails where nobody listens', async () => {
    const engine = new Engine([{ conditions: always, event: { type: 'error' } }]);
    await expect(engine.run({ days: 1 })).rejects.toThrow('Uncaught');
    expect(judged('error').zone).toBe('error');
  });

  it('facts in parameters: of every action here, at the top only there', async () => {
    const params = { actions: [{ type: 'notify', params: { left: { fact: 'equity' } } }] };
    const engine = new Engine([{ conditions: always, event: { type: 'rule', params } }], {
      replaceFactsInEventParams: true,
    });
    const { events } = await engine.run({ days: 1, equity: 90 });
    expect(events[0]?.params).toEqual(params);
    expect(judged('margin-call').actions).toEqual([{ type: 'notify', params: { left: '90' } }]);
  });
});

describe('what is missing or bad', () => {
  it.each([
    ['not', { not: leaf('score', 'lessThan', '5') }],
    ['not:', { all: [leaf('score', 'not:lessThan', '5')] }],
    ['notEqual', { all: [leaf('score', 'notEqual', '5')] }],
    ['notIn', { all: [leaf('score', 'notIn', ['5'])] }],
  ])('missing facts: true there under %s, unknown here', async (_, conditions) => {
    for (const missing of [undefined, null, Number.NaN]) {
      expect(await engineSays(conditions, { score: missing })).toBe(true);
    }
    expect(weSay(conditions, venueScope({}))).toBeNull();
    expect(weSay(conditions, venueScope({ score: 'NaN' }))).toBeNull();
    expect(weSay({ not: conditions }, venueScope({}))).toBeNull();
  });

  it('a ratio over nothing is unknown: there is no number to hand to json-rules-engine', () => {
    const conditions = { not: leaf('marginRatio', 'lessThan', '1') };
    const amounts = { equity: parseDecimal('5'), maintenanceMargin: parseDecimal('0') };
    expect(weSay(conditions, venueScope({}, amounts))).toBeNull();
  });

  it('a fact out of its range, of another type or too old is unknown: json-rules-engine takes what it gets', async () => {
    const conditions = { not: leaf('days', 'lessThan', 5) };
    expect(await engineSays(conditions, { days: 'many' })).toBe(true);
    expect(weSay(conditions, venueScope({ days: 'many' }))).toBeNull();
    expect(weSay(conditions, venueScope({ days: 7.5 }))).toBeNull();
    expect(weSay(conditions, venueScope({ days: 7 }))).toBe(true);

    const rated = { not: leaf('rating', 'lessThan', 5) };
    const at = Date.UTC(2026, 0, 31, 12);
    const sent = (value: number, instant: string) => venueScope({ rating: { value, at: instant } }, { at });
    expect(await engineSays(rated, { rating: 99 })).toBe(true);
    expect(weSay(rated, sent(7, '2026-01-31T11:59:00Z'))).toBe(true);
    expect(weSay(rated, sent(99, '2026-01-31T11:59:00Z'))).toBeNull();
    expect(weSay(rated, sent(7, '2026-01-31T11:58:59Z'))).toBeNull();
    expect(weSay(rated, sent(7, '2026-01-31T12:00:01Z'))).toBeNull();
    expect(weSay(rated, venueScope({ rating: 7 }, { at }))).toBeNull();
  });

  it('a path into what has no parts: the whole is compared there, unknown here', async () => {
    const conditions = { all: [{ ...leaf('desk', 'equal', 5), path: '$.count' }] };
    expect(await engineSays(conditions, { desk: 5 })).toBe(true);
    expect(weSay(conditions, venueScope({ desk: 5 }))).toBeNull();
    expect(weSay(conditions, venueScope({ desk: { count: 5 } }))).toBe(true);
  });
});

describe('numbers', () => {
  it.each([
    ['0.3', '0.30000000000000004', false],
    ['9007199254740993', '9007199254740992', false],
    ['1.50', '1.5', true],
    ['10', '9', false],
  ])('exact decimals: %s equals %s is %s', (score, limit, expected) => {
    expect(weSay({ all: [leaf('score', 'equal', limit)] }, venueScope({ score }))).toBe(expected);
  });

  it('exact decimals: json-rules-engine compares floats and texts', async () => {
    expect(
      await engineSays({ all: [leaf('score', 'equal', 9007199254740992)] }, { score: JSON.parse('9007199254740993') }),
    ).toBe(true);
    expect(await engineSays({ all: [leaf('score', 'equal', '1.5')] }, { score: '1.50' })).toBe(false);
    expect(await engineSays({ all: [leaf('score', 'lessThan', '9')] }, { score: '10' })).toBe(true);
  });

  it('a number with more digits than a float holds is written as a text, or refused', () => {
    expect(refusals({ all: [leaf('score', 'equal', 0.1 + 0.2)] })).toEqual(['number_not_exact']);
    expect(refusals({ all: [leaf('score', 'equal', '0.30000000000000004')] })).toEqual([]);
  });

  it('ratios are decided without dividing: a quotient would round', () => {
    const conditions = { all: [leaf('marginRatio', 'lessThan', '0.33333333333333333333')] };
    const third = { equity: parseDecimal('1'), maintenanceMargin: parseDecimal('3') };
    expect(weSay(conditions, venueScope({}, third))).toBe(false);
    expect(weSay({ not: conditions }, venueScope({}, third))).toBe(true);
  });
});

describe('traces', () => {
  it('a named condition keeps its name: json-rules-engine forgets the reference', async () => {
    const engine = new Engine([{ conditions: { condition: 'named' }, event: { type: 'rule' } }]);
    engine.setCondition('named', always);
    const { results } = await engine.run({ days: 1 });
    expect(JSON.stringify(results[0]?.conditions)).not.toContain('named');
    const bound = bind({ condition: 'named' }, '/rules/0/conditions', {
      facts,
      conditions: { named: always as RootCondition },
    });
    expect(JSON.stringify(bound)).toContain('/conditions/named/all/0');
  });
});

/** A scope in deficit of margin judged by a trigger of one zone that tells how much equity is left. */
function judged(zone: string) {
  const conditions = { all: [leaf('equity', 'lessThan', { fact: 'maintenanceMargin' })] };
  const actions = [{ type: 'notify', params: { left: { fact: 'equity' } } }];
  const document = liquidationTrigger.schema.parse({
    rules: [{ name: 'only', conditions, event: { type: zone, params: { actions } } }],
  });
  const amounts = { equity: parseDecimal('90'), maintenanceMargin: parseDecimal('100') };
  return liquidationTrigger.compile(document).judge(venueScope({}, amounts), null);
}
