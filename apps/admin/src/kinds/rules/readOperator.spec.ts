import { expect, test } from 'vitest';
import { readOperator } from './readOperator.ts';

test.each([
  ['lessThan', null, 'lessThan', null],
  ['not:lessThan', null, 'greaterThanInclusive', null],
  ['not:not:in', null, 'in', null],
  ['swap:lessThan', null, 'greaterThan', null],
  ['swap:in', null, 'contains', null],
  ['not:swap:lessThanInclusive', null, 'lessThan', null],
  ['everyFact:not:in', 'every', 'notIn', null],
  ['not:someFact:equal', 'every', 'notEqual', null],
  ['someFact:equal', 'some', 'equal', null],
  ['everyValue:greaterThan', null, 'greaterThan', 'every'],
  ['swap:someFact:lessThan', null, 'greaterThan', 'some'],
] as const)('%s', (operator, factQuantifier, relation, valueQuantifier) => {
  expect(readOperator(operator)).toEqual({ factQuantifier, relation, valueQuantifier, isNegated: false });
});

test('what is not known is left as it is written', () => {
  for (const operator of ['resembles', 'custom:lessThan', 'not:custom:lessThan', 'not:swap:resembles'])
    expect(readOperator(operator)).toMatchObject({ relation: operator, isNegated: false });
  expect(readOperator('not:resembles')).toMatchObject({ relation: 'resembles', isNegated: true });
});
