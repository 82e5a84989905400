import { describe, expect, it } from 'vitest';
import type { FactValue } from '@backstop/core/venue';
import { judgedByBoth } from './judged-by-both.ts';

type Row = [operator: string, fact: FactValue, value: unknown, expected: boolean];

async function holds(fact: FactValue, operator: string, value: unknown, other: FactValue | null = null) {
  const facts: Record<string, FactValue> = { own: fact, ...(other === null ? {} : { other }) };
  const conditions = { all: [{ fact: 'own', operator, value }] };
  const { engine, ours } = await judgedByBoth({ facts, rules: [{ name: 'rule', conditions }] });
  expect(ours).toEqual(engine);
  return engine.length === 1;
}

describe('of a list of texts', () => {
  it.each<Row>([
    ['someFact:equal', ['a', 'b'], 'b', true],
    ['someFact:equal', ['a', 'b'], 'c', false],
    ['everyFact:equal', ['b', 'b'], 'b', true],
    ['everyFact:equal', ['a', 'b'], 'b', false],
    ['someFact:notEqual', ['a', 'b'], 'b', true],
    ['everyFact:notEqual', ['a', 'b'], 'c', true],
    ['someFact:in', ['a', 'b'], ['b', 'c'], true],
    ['everyFact:in', ['a', 'b'], ['b', 'c'], false],
    ['everyFact:in', ['a', 'b'], ['b', 'a'], true],
    ['everyFact:not:in', ['a', 'b'], ['c'], true],
    ['not:everyFact:in', ['a', 'b'], ['b'], true],
    ['someFact:notIn', ['a', 'b'], ['b'], true],
    ['not:contains', ['a', 'b'], 'c', true],
    ['not:doesNotContain', ['a', 'b'], 'c', false],
    ['everyValue:contains', ['a', 'b'], ['a', 'b'], true],
    ['everyValue:contains', ['a'], ['a', 'b'], false],
    ['someValue:contains', ['a'], ['a', 'b'], true],
    ['someValue:doesNotContain', ['a', 'b'], ['a', 'b'], false],
  ])('%s %j and %j: %s', async (operator, fact, value, expected) => {
    expect(await holds(fact, operator, value)).toBe(expected);
  });

  it.each<Row>([
    ['someFact:equal', [], 'a', false],
    ['everyFact:equal', [], 'a', true],
    ['not:someFact:equal', [], 'a', true],
    ['everyFact:in', [], ['a'], true],
    ['everyValue:contains', [], ['a'], false],
  ])('without members, %s: every holds and some does not', async (operator, fact, value, expected) => {
    expect(await holds(fact, operator, value)).toBe(expected);
  });
});

describe('of one value', () => {
  it.each<Row>([
    ['someValue:equal', 'a', ['b', 'a'], true],
    ['everyValue:notEqual', 'a', ['b', 'c'], true],
    ['everyValue:notEqual', 'a', ['b', 'a'], false],
    ['someValue:lessThan', 5, [3, 6], true],
    ['everyValue:lessThan', 5, [3, 6], false],
    ['everyValue:greaterThanInclusive', 6, [3, 6], true],
    ['not:lessThan', 5, 5, true],
    ['not:equal', 'a', 'a', false],
    ['not:not:equal', 'a', 'a', true],
    ['not:in', 'a', ['a'], false],
    ['swap:lessThan', 5, 4, true],
    ['swap:lessThan', 5, 5, false],
    ['swap:greaterThanInclusive', 5, 5, true],
    ['swap:not:lessThan', 5, 4, false],
    ['swap:swap:lessThan', 5, 4, false],
    ['swap:someFact:greaterThan', 5, [4, 6], true],
    ['swap:everyFact:greaterThan', 5, [4, 6], false],
  ])('%s %j and %j: %s', async (operator, fact, value, expected) => {
    expect(await holds(fact, operator, value)).toBe(expected);
  });
});

describe('of a fact and another', () => {
  it.each<[string, FactValue, FactValue, boolean]>([
    ['swap:contains', 'a', ['a', 'b'], true],
    ['swap:doesNotContain', 'c', ['a', 'b'], true],
    ['not:in', 'a', ['a', 'b'], false],
    ['someFact:in', ['a', 'c'], ['c', 'd'], true],
    ['everyFact:in', ['a', 'c'], ['c', 'd'], false],
    ['everyValue:contains', ['a', 'c'], ['c'], true],
    ['swap:lessThan', 5, 4, true],
    ['not:lessThanInclusive', 5, 4, true],
  ])('%s %j and %j: %s', async (operator, fact, other, expected) => {
    expect(await holds(fact, operator, { fact: 'other' }, other)).toBe(expected);
  });
});
