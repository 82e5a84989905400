import { fieldOf } from './editor/fieldShape.ts';
import { optionLabel } from './editor/fieldWords.ts';
import { branchFor, type JsonSchema } from './jsonSchema.ts';
import { readField } from './readField.ts';
import { readScalar } from './readScalar.ts';

/** A scalar, or several of them in a line. */
export function readPlain(
  key: string,
  value: unknown,
  schema: JsonSchema,
  asset: string | null,
  translate: (key: string) => string,
): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return translate('field.none');
    return value.map((row: unknown) => readChoice(key, row, schema.items ?? {}, translate)).join(', ');
  }
  // Nothing is said as what it means there: no limit, never, as soon as it is.
  if (value === null) return fieldOf(schema).nullWords ?? translate('field.none');
  return readOne(key, value, schema, translate) ?? readField(key, value, asset, translate);
}

function readChoice(key: string, value: unknown, schema: JsonSchema, translate: (key: string) => string): string {
  return readOne(key, value, schema, translate) ?? readScalar(value, translate);
}

/** One of the texts that the schema lets a value be, in words; null for any other value. */
function readOne(key: string, value: unknown, schema: JsonSchema, translate: (key: string) => string): string | null {
  if (typeof value !== 'string') return null;
  const { shape } = fieldOf(schema);
  // A sign that stands for all is said as its sentence: `*` → every account.
  if (shape.type === 'all-or-names' && value === shape.all && shape.sentence !== '')
    return shape.sentence.replace(/\.$/, '');
  const { enum: options, const: constant } = branchFor(schema, value);
  return options?.includes(value) === true || constant === value ? optionLabel(key, value, translate) : null;
}
