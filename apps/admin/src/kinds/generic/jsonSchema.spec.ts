import { expect, test } from 'vitest';
import { branchFor, inSchemaOrder } from './jsonSchema.ts';

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

test('entries come in the order of the schema, unknown ones last', () => {
  const schema = { properties: { floor: {}, cap: {}, rate: {} } };
  expect(inSchemaOrder({ rate: '1', extra: 0, cap: '2', floor: '0' }, schema).map(([key]) => key)).toEqual([
    'floor',
    'cap',
    'rate',
    'extra',
  ]);
});
