import { describe, expect, it } from 'vitest';
import { scopeCatalogue } from '../language/catalogue.ts';
import { checkConditions, checkNamedConditions, LEAVES_MAX } from './check-conditions.ts';
import type { Condition, LeafValue } from '../language/condition.ts';
import { factDeclarationSchema } from '../language/fact.ts';

const declared = [
  { name: 'fundingRate', type: 'decimal', unit: 'rate', minimum: '-0.04', maximum: '0.04' },
  { name: 'isWatched', type: 'boolean', unit: 'none' },
  { name: 'region', type: 'text', unit: 'none', values: ['eu', 'uk'] },
  { name: 'countries', type: 'set', unit: 'none' },
  {
    ...{ name: 'limits', type: 'structured', unit: 'none' },
    fields: [{ path: '$.tiers[0].cap', type: 'decimal', unit: 'quote', minimum: '0', meaning: 'For the test.' }],
  },
].map((fact) => factDeclarationSchema.parse({ ...fact, meaning: 'For the test.', source: 'the test' }));
const facts = scopeCatalogue(declared);

function problemsOf(condition: Condition, conditions: Record<string, Condition> = {}): string[] {
  return checkConditions(condition, '/at', { facts, conditions }).map(
    ({ code, path, suggestion }) => `${code} ${path}${suggestion === undefined ? '' : ` ${suggestion}`}`,
  );
}
const NUMBERS = 'equal, notEqual, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive, in, notIn';
const leaf = (fact: string, operator: string, value: LeafValue): Condition => ({ all: [{ fact, operator, value }] });

describe('checkConditions', () => {
  it.each<[string, string, LeafValue]>([
    ['equity', 'lessThan', '1.5'],
    ['equity', 'lessThan', -12.5],
    ['equity', 'lessThan', 1e-7],
    ['equity', 'lessThan', 1e20],
    ['equity', 'lessThan', { fact: 'maintenanceMargin' }],
    ['marginRatio', 'lessThan', { fact: 'leverage' }],
    ['marginRatio', 'notIn', ['1', 2]],
    ['positionCount', 'equal', 3],
    ['positionCount', 'equal', '3.0'],
    ['scope', 'equal', 'cross'],
    ['contract', 'in', ['BTCUSDT']],
    ['region', 'in', { fact: 'countries' }],
    ['tags', 'contains', { fact: 'region' }],
    ['tags', 'doesNotContain', 'retail'],
    ['isWatched', 'notEqual', false],
    ['fundingRate', 'greaterThan', '0.04'],
    ['notional', 'greaterThan', '0'],
    ['equity', 'not:lessThan', '1'],
    ['equity', 'swap:lessThan', { fact: 'maintenanceMargin' }],
    ['equity', 'someValue:lessThan', ['1', '2']],
    ['equity', 'everyValue:equal', ['1', '1.0']],
    ['tags', 'everyFact:not:in', ['retail', 'vip']],
    ['tags', 'someFact:in', { fact: 'countries' }],
    ['tags', 'someValue:contains', ['retail', 'vip']],
    ['region', 'swap:contains', { fact: 'countries' }],
    ['isWatched', 'not:equal', true],
    ['notional', 'greaterThan', { fact: 'limits', path: '$.tiers[0].cap' }],
  ])('accepts %s %s %j', (fact, operator, value) => {
    expect(problemsOf(leaf(fact, operator, value))).toEqual([]);
  });

  it.each<[string, string, LeafValue, string]>([
    ['equty', 'lessThan', '1', 'unknown_fact /at/all/0/fact did you mean `equity`?'],
    ['zzzzzzzz', 'lessThan', '1', 'unknown_fact /at/all/0/fact'],
    ['equity', 'less_than', '1', 'unknown_operator /at/all/0/operator did you mean `lessThan`?'],
    ['equity', 'not:lesThan', '1', 'unknown_operator /at/all/0/operator did you mean `lessThan`?'],
    ['equity', 'nto:lessThan', '1', 'unknown_decorator /at/all/0/operator did you mean `not`?'],
    [
      'equity',
      'lessThan',
      { fact: 'mainenanceMargin' },
      'unknown_fact /at/all/0/value/fact did you mean `maintenanceMargin`?',
    ],
    ['equity', 'someFact:lessThan', '1', 'operator_not_for_type /at/all/0/operator write `lessThan`'],
    ['tags', 'in', ['retail'], 'operator_not_for_type /at/all/0/operator one of contains, doesNotContain'],
    ['tags', 'someFact:lessThan', '1', 'operator_not_for_type /at/all/0/operator one of contains, doesNotContain'],
    ['tags', 'everyFact:contains', 'vip', 'operator_not_for_type /at/all/0/operator write `contains`'],
    ['isWatched', 'someValue:equal', ['a'], 'operator_not_for_type /at/all/0/operator write `equal`'],
    ['equity', 'someValue:in', ['1'], `operator_not_for_type /at/all/0/operator write \`in\``],
    ['tags', 'everyFact:in', 'retail', 'literal_type_mismatch /at/all/0/value'],
    ['equity', 'everyValue:equal', ['1', '2'], 'comparison_never_changes /at/all/0/value write `in`'],
    ['region', 'someValue:notEqual', ['eu', 'uk'], 'comparison_never_changes /at/all/0/value write `notIn`'],
    [
      'equity',
      'lessThan',
      { fact: 'notional', path: '$.a' },
      'path_not_for_type /at/all/0/value/path leave `path` out',
    ],
    ['limits', 'lessThan', '1', 'path_missing /at/all/0/fact one of $.tiers[0].cap'],
    [
      'notional',
      'lessThan',
      { fact: 'limits', path: '$.tiers[0].capp' },
      'unknown_path /at/all/0/value/path did you mean `$.tiers[0].cap`?',
    ],
    ['equity', 'contains', '1', `operator_not_for_type /at/all/0/operator one of ${NUMBERS}`],
    ['tags', 'lessThan', '1', 'operator_not_for_type /at/all/0/operator one of contains, doesNotContain'],
    ['isWatched', 'in', ['true'], 'operator_not_for_type /at/all/0/operator one of equal, notEqual'],
    ['asset', 'lessThan', 'B', 'operator_not_for_type /at/all/0/operator one of equal, notEqual, in, notIn'],
    ['equity', 'lessThan', { fact: 'fundingRate' }, 'unit_mismatch /at/all/0/value/fact'],
    ['equity', 'lessThan', { fact: 'marginRatio' }, 'unit_mismatch /at/all/0/value/fact'],
    ['equity', 'lessThan', { fact: 'asset' }, 'facts_not_comparable /at/all/0/value/fact'],
    ['equity', 'in', { fact: 'tags' }, 'facts_not_comparable /at/all/0/value/fact'],
    ['asset', 'equal', { fact: 'tags' }, 'facts_not_comparable /at/all/0/value/fact'],
    ['tags', 'contains', { fact: 'countries' }, 'facts_not_comparable /at/all/0/value/fact'],
    ['isWatched', 'equal', { fact: 'asset' }, 'facts_not_comparable /at/all/0/value/fact'],
    ['equity', 'lessThan', { fact: 'equity' }, 'fact_compared_with_itself /at/all/0/value/fact'],
    ['equity', 'lessThan', true, 'literal_type_mismatch /at/all/0/value'],
    ['equity', 'lessThan', '1e5', 'literal_type_mismatch /at/all/0/value'],
    ['equity', 'lessThan', ['1'], 'literal_type_mismatch /at/all/0/value'],
    ['equity', 'in', '1', 'literal_type_mismatch /at/all/0/value'],
    ['equity', 'in', ['1', 'x'], 'literal_type_mismatch /at/all/0/value/1'],
    ['equity', 'in', [], 'empty_value_list /at/all/0/value'],
    ['positionCount', 'equal', 1.5, 'literal_type_mismatch /at/all/0/value'],
    ['isWatched', 'equal', 'true', 'literal_type_mismatch /at/all/0/value'],
    ['asset', 'equal', 5, 'literal_type_mismatch /at/all/0/value'],
    ['asset', 'in', 'USDT', 'literal_type_mismatch /at/all/0/value'],
    ['tags', 'contains', 5, 'literal_type_mismatch /at/all/0/value'],
    ['equity', 'lessThan', 0.1 + 0.2, 'number_not_exact /at/all/0/value write it as a text'],
    ['equity', 'lessThan', 2 ** 53 + 2, 'number_not_exact /at/all/0/value write it as a text'],
    ['fundingRate', 'lessThan', '0.05', 'literal_outside_range /at/all/0/value'],
    ['notional', 'lessThan', '-0.01', 'literal_outside_range /at/all/0/value'],
    ['region', 'equal', 'euu', 'literal_not_a_value /at/all/0/value did you mean `eu`?'],
    ['scope', 'in', ['cross', 'isolate'], 'literal_not_a_value /at/all/0/value/1 did you mean `isolated`?'],
  ])('refuses %s %s %j', (fact, operator, value, problem) => {
    expect(problemsOf(leaf(fact, operator, value))).toEqual([problem]);
  });

  it('points at every mistake, wherever it is nested', () => {
    const nested: Condition = {
      any: [{ not: { all: [{ fact: 'a', operator: 'equal', value: 1 }, { any: [] }] } }, { condition: 'toString' }],
    };
    expect(problemsOf(nested)).toEqual([
      'unknown_fact /at/any/0/not/all/0/fact',
      'empty_condition_list /at/any/0/not/all/1/any',
      'unknown_condition /at/any/1/condition',
    ]);
  });

  it.each([
    [LEAVES_MAX, []],
    [LEAVES_MAX + 1, ['too_many_comparisons /at']],
  ])('%d comparisons, counted where a name is used', (count, problems) => {
    const one: Condition = { fact: 'equity', operator: 'lessThan', value: '1' };
    const half: Condition = { any: Array.from({ length: Math.floor(count / 2) }, () => one) };
    const rest = Array.from({ length: count - 2 * Math.floor(count / 2) }, () => one);
    expect(problemsOf({ all: [{ condition: 'half' }, { condition: 'half' }, ...rest] }, { half })).toEqual(problems);
  });
});

describe('checkNamedConditions', () => {
  const cycles = (conditions: Record<string, Condition>) =>
    checkNamedConditions({ facts, conditions }).map(({ code, path, message }) => `${code} ${path} ${message}`);

  it('tells a circle once, with the way round', () => {
    const conditions = {
      b: { not: { condition: 'c' } },
      c: { any: [{ condition: 'a' }] },
      a: { all: [{ condition: 'b' }] },
    };
    expect(cycles(conditions)).toEqual(['condition_cycle /conditions/a `a` leads back to itself: a → b → c → a']);
  });

  it('a condition of itself is a circle; one that leads into a circle is not', () => {
    const conditions = { a: { not: { condition: 'a' } }, b: { not: { condition: 'a' } } };
    expect(cycles(conditions)).toEqual(['condition_cycle /conditions/a `a` leads back to itself: a → a']);
  });

  it('a name used twice is no circle', () => {
    const one: Condition = leaf('equity', 'lessThan', '1');
    expect(
      cycles({ a: { all: [{ condition: 'b' }, { condition: 'c' }] }, b: { not: { condition: 'c' } }, c: one }),
    ).toEqual([]);
  });
});
