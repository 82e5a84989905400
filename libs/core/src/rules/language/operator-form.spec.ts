import { describe, expect, it } from 'vitest';
import { operatorForm, operatorOf } from './operator-form.ts';

describe('operatorForm', () => {
  it.each([
    ['lessThan', 'lessThan'],
    ['not:lessThan', 'greaterThanInclusive'],
    ['not:not:lessThan', 'lessThan'],
    ['swap:lessThan', 'greaterThan'],
    ['swap:not:lessThan', 'lessThanInclusive'],
    ['not:equal', 'notEqual'],
    ['not:in', 'notIn'],
    ['swap:in', 'contains'],
    ['swap:contains', 'in'],
    ['not:swap:contains', 'notIn'],
    ['someFact:equal', 'contains'],
    ['everyFact:notEqual', 'doesNotContain'],
    ['not:someFact:equal', 'doesNotContain'],
    ['someValue:equal', 'in'],
    ['everyValue:not:equal', 'notIn'],
    ['not:everyValue:notEqual', 'in'],
  ])('%s is %s', (written, operator) => {
    expect(operatorOf(operatorForm(written)!)).toBe(operator);
  });

  it.each([
    ['everyFact:in', 'every fact, some value, equal'],
    ['everyFact:not:in', 'every fact, every value, notEqual'],
    ['not:everyFact:in', 'some fact, every value, notEqual'],
    ['someValue:contains', 'some value, some fact, equal'],
    ['swap:someFact:everyValue:equal', 'some value, every fact, equal'],
    ['someValue:swap:lessThan', 'some value, greaterThan'],
  ])('%s asks %s', (written, asked) => {
    const { quantifiers, relation } = operatorForm(written)!;
    const parts = quantifiers.map(({ side, isEvery }) => `${isEvery ? 'every' : 'some'} ${side}`);
    expect([...parts, relation].join(', ')).toBe(asked);
  });

  it.each(['', 'Equal', 'equal:', ':equal', 'not', 'equal:not', 'somefact:equal', 'constructor:equal', 'not:toString'])(
    '%j means nothing',
    (written) => {
      expect(operatorForm(written)).toBeNull();
    },
  );
});
