import { expect, test } from 'vitest';
import { branchFor } from './jsonSchema.ts';

test('of a union the branch is taken whose constants the value has', () => {
  const schema = {
    description: 'A model.',
    anyOf: [
      { properties: { model: { const: 'a' }, one: {} }, description: 'the first' },
      { properties: { model: { const: 'b' }, one: {}, two: { description: 'Two.' } } },
    ],
  };
  const branch = branchFor(schema, { model: 'b', one: 1 });
  expect(branch.properties?.['two']?.description).toBe('Two.');
  expect(branch.description).toBe('A model.');
});
