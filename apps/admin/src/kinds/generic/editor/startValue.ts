import { fieldOf } from './fieldShape.ts';
import type { JsonSchema } from '../jsonSchema.ts';

/**
 * What a new row, or an object that was null, begins as: what must be stated, left empty, and nothing else. A choice
 * begins with the first option, because an empty choice could not be shown.
 */
export function startValue(schema: JsonSchema): unknown {
  const { shape, isNullable } = fieldOf(schema);
  if (isNullable) return null;
  switch (shape.type) {
    case 'object':
      return startObject(shape.schema);
    case 'union':
      return startObject(shape.branches[0] ?? {});
    case 'rows':
    case 'names':
    case 'all-or-names':
      return [];
    case 'boolean':
      return false;
    case 'choice':
      return shape.options[0] ?? '';
    case 'decimal':
    case 'integer':
    case 'text':
      return '';
    case 'json':
      return {};
  }
}

/** An object with what it must state; constants stand, and what `kept` states already is taken over. */
export function startObject(
  { properties = {}, required = [] }: JsonSchema,
  kept: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, property]) => {
      if (property.const !== undefined) return [[key, property.const]];
      if (key in kept) return [[key, kept[key]]];
      return required.includes(key) ? [[key, startValue(property)]] : [];
    }),
  );
}
