import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '@backstop/core/num';
import {
  bind,
  checkConditions,
  checkNamedConditions,
  compile,
  decide,
  evaluate,
  gather,
  isUnknownAt,
  NO_RULE,
  placeOf,
  resultOf,
  rootConditionSchema,
} from '@backstop/core/rules';
import type { FactCatalogue, ListedRule, Names, RootCondition, ScopeFacts } from '@backstop/core/rules';
import { catalogueOf, venueScope } from './venue-scope.ts';

// Each test shows what json-rules-engine 7.3.1 does, then what we do instead; docs/rule-language.md names them all.

const facts = catalogueOf(
  { name: 'days', type: 'integer', unit: 'count' },
  { name: 'score', type: 'decimal' },
  { name: 'region', type: 'text' },
  { name: 'assets', type: 'set' },
  {
    ...{ name: 'desk', type: 'structured' },
    fields: [{ path: '$.count', type: 'integer', unit: 'count', meaning: 'A count.' }],
  },
);

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
const always = { all: [leaf('days', 'greaterThanInclusive', 0)] };

/** What json-rules-engine says of one rule, its own operators untouched. */
async function engineSays(conditions: unknown, given: Record<string, unknown>): Promise<boolean> {
  const engine = new Engine([{ conditions: conditions as TopLevelCondition, event: { type: 'rule' } }]);
  const { results } = await engine.run(given);
  return results.length === 1;
}

function weSay(conditions: unknown, scope: ScopeFacts, conditionsByName: Names['conditions'] = {}): boolean | null {
  const list = [listed(conditions)];
  const names = { facts, conditions: conditionsByName };
  const program = compile(list, names);
  const decided = decide(program, gather(program, scope));
  const result = decided === NO_RULE ? false : isUnknownAt(decided) ? null : true;
  expect(resultOf(evaluate(bind(list[0]!.conditions, '', names), scope))).toBe(result);
  return result;
}

function listed(conditions: unknown, priority = 1): ListedRule {
  return { conditions: conditions as RootCondition, pointer: '/rules/0/conditions', priority };
}

/** Codes of what the check finds wrong. */
function refusals(conditions: unknown, catalogue: FactCatalogue = facts): string[] {
  return checkConditions(conditions as RootCondition, '', { facts: catalogue, conditions: {} }).map(({ code }) => code);
}

const isRead = (conditions: unknown) => rootConditionSchema.safeParse(conditions).success;

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

  it('events called error: json-rules-engine fails where nobody listens', async () => {
    const engine = new Engine([{ conditions: always, event: { type: 'error' } }]);
    await expect(engine.run({ days: 1 })).rejects.toThrow('Uncaught');
    expect(weSay(always, venueScope({ days: 1 }))).toBe(true);
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
  });

  it('a path into what has no parts: the whole is compared there, unknown here', async () => {
    const conditions = { all: [{ ...leaf('desk', 'equal', 5), path: '$.count' }] };
    expect(await engineSays(conditions, { desk: 5 })).toBe(true);
    expect(weSay(conditions, venueScope({ desk: 5 }))).toBeNull();
    expect(weSay(conditions, venueScope({ desk: { count: 5 } }))).toBe(true);
  });
});

describe('what is refused before it runs', () => {
  it('unknown names: refused at submission, there when first evaluated', async () => {
    await expect(engineSays({ all: [leaf('days', 'lesThan', 1)] }, { days: 1 })).rejects.toThrow('Unknown operator');
    await expect(engineSays({ condition: 'nowhere' }, { days: 1 })).rejects.toThrow('No condition nowhere exists');
    expect(refusals({ all: [leaf('days', 'lesThan', 1)] })).toEqual(['unknown_operator']);
    expect(refusals({ all: [leaf('days', 'nought:equal', 1)] })).toEqual(['unknown_decorator']);
    expect(refusals({ all: [leaf('dais', 'equal', 1)] })).toEqual(['unknown_fact']);
    expect(refusals({ condition: 'nowhere' })).toEqual(['unknown_condition']);
  });

  it('circles of named conditions: refused at submission, there they exhaust the stack', async () => {
    const circle = { all: [{ condition: 'circle' }] };
    const engine = new Engine([{ conditions: { condition: 'circle' }, event: { type: 'rule' } }]);
    engine.setCondition('circle', circle);
    await expect(engine.run({})).rejects.toThrow(RangeError);
    expect(checkNamedConditions({ facts, conditions: { circle } }).map(({ code }) => code)).toEqual([
      'condition_cycle',
    ]);
  });

  it.each([{ all: [] }, { any: [] }])('empty lists: true there, refused here: %j', async (conditions) => {
    expect(await engineSays(conditions, {})).toBe(true);
    expect(refusals(conditions)).toEqual(['empty_condition_list']);
  });

  it.each<[string, unknown, Record<string, unknown>, boolean, string]>([
    ['"10" lessThan "9" as texts', leaf('region', 'lessThan', '9'), { region: '10' }, true, 'operator_not_for_type'],
    ['a number against a text', leaf('days', 'lessThan', 'ten'), { days: 5 }, false, 'literal_type_mismatch'],
    ['a text as a list: substrings', leaf('region', 'in', 'europe'), { region: 'euro' }, true, 'literal_type_mismatch'],
    ['an empty list', leaf('region', 'notIn', []), { region: 'eu' }, true, 'empty_value_list'],
    ['a list against a text', leaf('assets', 'equal', 'BTC'), { assets: ['BTC'] }, false, 'operator_not_for_type'],
    ['a fact against itself', leaf('days', 'equal', { fact: 'days' }), { days: 1 }, true, 'fact_compared_with_itself'],
    [
      'one unit against another',
      leaf('days', 'lessThan', { fact: 'score' }),
      { days: 1, score: 2 },
      true,
      'unit_mismatch',
    ],
  ])('types and units: %s', async (_, one, given, engine, code) => {
    expect(await engineSays({ all: [one] }, given)).toBe(engine);
    expect(refusals({ all: [one] })).toEqual([code]);
  });

  it.each([
    ['an unset limit, which counts as 0 there', { all: [leaf('days', 'greaterThan', null)] }],
    [
      'two forms in one node, of which one is ignored there',
      { any: [leaf('days', 'equal', 1)], all: [leaf('days', 'equal', 2)] },
    ],
    ['keys of no meaning', { all: [{ ...leaf('days', 'greaterThan', 0), note: 'later' }] }],
    ['params of a dynamic fact', { all: [{ ...leaf('days', 'greaterThan', 0), params: { of: 'desk' } }] }],
    ['priorities within conditions', { all: [{ ...leaf('days', 'greaterThan', 0), priority: 2 }] }],
  ])('forms: %s', async (_, conditions) => {
    expect(await engineSays(conditions, { days: 1 })).toBe(true);
    expect(isRead(conditions)).toBe(false);
  });

  it('dynamic facts: json-rules-engine calls functions while it judges, our facts are gathered before', async () => {
    let calls = 0;
    expect(await engineSays(always, { days: () => (calls += 1) })).toBe(true);
    expect(calls).toBe(1);
    expect(weSay({ not: always }, venueScope({ days: (() => 1) as unknown as number }))).toBeNull();
  });

  it.each(['$..count', '$.*', '$.limits[?(@.count>0)]', '$.limits[-1]', "$['count']", '$', 'count', '$.a.b^', '$.a~'])(
    'paths: %s is JSONPath and refused here',
    (path) => {
      expect(isRead({ all: [{ ...leaf('desk', 'equal', 5), path }] })).toBe(false);
      expect(isRead({ all: [{ ...leaf('desk', 'equal', 5), path: '$.count' }] })).toBe(true);
    },
  );

  it('paths: only declared parts are asked for', async () => {
    const conditions = { not: { ...leaf('desk', 'equal', 5), path: '$.cuont' } };
    expect(await engineSays(conditions, { desk: { count: 5 } })).toBe(true);
    expect(refusals(conditions)).toEqual(['unknown_path']);
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
