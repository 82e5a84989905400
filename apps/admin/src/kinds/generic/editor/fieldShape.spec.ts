import { describe, expect, it } from 'vitest';
import { kinds } from '@backstop/core/kinds';
import { z } from 'zod';
import { asSchema, type JsonSchema } from '../jsonSchema.ts';
import { fieldOf } from './fieldShape.ts';
import { startValue } from './startValue.ts';

const schemaOf = (kind: keyof typeof kinds): JsonSchema =>
  asSchema(z.toJSONSchema(kinds[kind].schema, { io: 'input', unrepresentable: 'any' }));

/** Every place of a schema that only JSON can edit, by its path of field names. */
function inJson(schema: JsonSchema, path: string): string[] {
  const { shape } = fieldOf(schema);
  const within = (one: JsonSchema): string[] =>
    Object.entries(one.properties ?? {}).flatMap(([key, held]) =>
      held.const === undefined ? inJson(held, `${path}/${key}`) : [],
    );
  switch (shape.type) {
    case 'json':
      return [path];
    case 'object':
      return within(shape.schema);
    case 'union':
      return shape.branches.flatMap(within);
    case 'rows':
      return inJson(shape.item, path);
    default:
      return [];
  }
}

describe('the form of a kind', () => {
  const formed = [
    'balance-protection',
    'change-guardrail',
    'collateral-haircut',
    'contract-specification',
    'dynamic-margin',
    'forced-liquidation',
    'insurance-fund',
    'shortfall-penalty',
    'valuation',
  ] as const;

  it.each(formed)('leaves nothing of %s to JSON', (kind) => {
    expect(inJson(schemaOf(kind), '')).toEqual([]);
  });

  it.each(formed)('begins %s as an object', (kind) => {
    expect(startValue(schemaOf(kind))).toBeTypeOf('object');
  });
});

describe('a field', () => {
  it('says what null means in the words of its schema', () => {
    const field = fieldOf({
      anyOf: [
        { type: 'string', pattern: '^\\d+(?:\\.\\d+)?$', description: 'Most of it; null = no limit.' },
        { type: 'null' },
      ],
    });
    expect(field).toMatchObject({
      shape: { type: 'decimal' },
      isNullable: true,
      sentence: 'Most of it.',
      nullWords: 'no limit',
    });
  });

  it('is told apart by the constant that every branch has', () => {
    const branch = (model: string): JsonSchema => ({ type: 'object', properties: { model: { const: model } } });
    expect(fieldOf({ oneOf: [branch('a'), branch('b')] }).shape).toMatchObject({ type: 'union', by: 'model' });
    expect(fieldOf({ oneOf: [branch('a'), { type: 'object', properties: {} }] }).shape).toEqual({ type: 'json' });
  });
});
