import fc from 'fast-check';
import { expect, it } from 'vitest';
import { namedConditions, usesOf, withNamed, withoutNamed, withRenamed } from './namedConditions.ts';
import { NEW_LEAF } from './conditionForm.ts';

const { condition } = fc.letrec<{ condition: unknown }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom({ condition: 'a' }, { condition: 'b' }, NEW_LEAF, { condition: 'a', fact: 'x' }),
    fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    fc.record({ not: tie('condition') }),
  ),
}));

const document = fc.record({
  title: fc.constant('kept'),
  rules: fc.array(fc.record({ name: fc.constant('a'), conditions: condition }), { maxLength: 3 }),
  exits: fc.array(fc.record({ zone: fc.constant('a'), conditions: condition }), { maxLength: 2 }),
  conditions: fc.record({ a: condition, b: condition }),
});

it('a condition that is called otherwise is so wherever it is used, and back again it is what it was', () => {
  fc.assert(
    fc.property(document, (one) => {
      const renamed = withRenamed(one, 'a', 'c');
      expect(usesOf(renamed, 'a')).toBe(0);
      expect(usesOf(renamed, 'c')).toBe(usesOf(one, 'a'));
      expect(usesOf(renamed, 'b')).toBe(usesOf(one, 'b'));
      expect(JSON.stringify(withRenamed(renamed, 'c', 'a'))).toBe(JSON.stringify(one));
    }),
    { numRuns: 1000 },
  );
});

it('one is added under a free name and taken out again', () => {
  const twice = withNamed(withNamed({ rules: [] }, NEW_LEAF), NEW_LEAF);
  expect(namedConditions(twice)).toEqual({ condition: { all: [NEW_LEAF] }, 'condition-2': { all: [NEW_LEAF] } });
  expect(namedConditions(withoutNamed(twice, 'condition'))).toEqual({ 'condition-2': { all: [NEW_LEAF] } });
});

it('a document keeps from being given what it does not state', () => {
  expect(withRenamed({ conditions: { a: NEW_LEAF } }, 'a', 'b')).toEqual({ conditions: { b: NEW_LEAF } });
  expect(namedConditions({ conditions: [] })).toBeNull();
});
