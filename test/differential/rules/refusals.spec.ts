import { Engine } from 'json-rules-engine';
import { describe, expect, it } from 'vitest';
import { checkNamedConditions } from '@backstop/core/rules';
import { always, engineSays, facts, isRead, leaf, refusals, weSay } from './told-by-each.ts';
import { venueScope } from './venue-scope.ts';

// What json-rules-engine 7.3.1 takes and we refuse when it is submitted; docs/rule-language.md names every test.

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
