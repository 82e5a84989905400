import { expect, test } from 'vitest';
import { readOperator } from './readOperator.ts';

test.each([
  ['lessThan', null, 'lessThan', null],
  ['in', null, 'in', null],
  ['doesNotContain', null, 'doesNotContain', null],
  ['not:lessThan', null, 'greaterThanInclusive', null],
  ['not:not:in', null, 'in', null],
  ['swap:lessThan', null, 'greaterThan', null],
  ['swap:in', null, 'contains', null],
  ['not:swap:lessThanInclusive', null, 'lessThan', null],
  ['someValue:equal', null, 'in', null],
  ['everyFact:not:in', 'every', 'notIn', null],
  ['someFact:in', 'some', 'in', null],
  ['not:someFact:equal', null, 'doesNotContain', null],
  ['everyFact:equal', 'every', 'equal', null],
  ['everyValue:contains', null, 'contains', 'every'],
  ['everyValue:greaterThan', null, 'greaterThan', 'every'],
  ['swap:someFact:lessThan', null, 'greaterThan', 'some'],
] as const)('%s', (operator, factQuantifier, relation, valueQuantifier) => {
  expect(readOperator(operator)).toEqual({ factQuantifier, relation, valueQuantifier });
});

test.each(['resembles', 'custom:lessThan', ''])('%j is left as it is written', (operator) => {
  expect(readOperator(operator)).toEqual({ factQuantifier: null, relation: operator, valueQuantifier: null });
});
