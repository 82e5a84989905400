import { inWords } from '../../../text/phrases.ts';
import type { JsonSchema } from '../jsonSchema.ts';

/** How a value is edited. */
export type FieldShape =
  | { readonly type: 'decimal' | 'text' | 'integer' | 'boolean' | 'json' }
  | { readonly type: 'choice'; readonly options: readonly string[] }
  /** Texts in a row; ordered = their order says something. */
  | { readonly type: 'names'; readonly isOrdered: boolean; readonly options: readonly string[] | null }
  | { readonly type: 'rows'; readonly item: JsonSchema }
  | { readonly type: 'object'; readonly schema: JsonSchema }
  /** One of several objects, told apart by the constant in one field. */
  | { readonly type: 'union'; readonly by: string; readonly branches: readonly JsonSchema[] }
  /** A constant that stands for all, or a list. */
  | { readonly type: 'all-or-names'; readonly all: string; readonly sentence: string; readonly list: JsonSchema };

export interface Field {
  readonly shape: FieldShape;
  /** The schema without what says that it may be null. */
  readonly schema: JsonSchema;
  /** Whether null is a value of its own, mostly "no limit". */
  readonly isNullable: boolean;
  /** What the field means, without what null means. */
  readonly sentence: string;
  /** What null means, in the words of the schema; null where the schema does not say. */
  readonly nullWords: string | null;
}

/** What a field is, read from the schema of its kind. */
export function fieldOf(schema: JsonSchema): Field {
  const branches = schema.anyOf ?? schema.oneOf ?? [];
  const others = branches.filter(({ type }) => type !== 'null');
  const isNullable = others.length < branches.length;
  const [only] = others;
  const held: JsonSchema = isNullable && others.length === 1 && only !== undefined ? only : schema;
  const described = schema.description ?? held.description ?? '';
  // What null means stands after the same sign in every language.
  const [sentence = '', nullWords = null] = inWords(described).split(/; null = |; null where /);
  return {
    shape: shapeOf(held, described),
    schema: held,
    isNullable,
    sentence: nullWords === null || sentence.endsWith('.') ? sentence : `${sentence}.`,
    nullWords: nullWords === null ? null : nullWords.replace(/\.$/, ''),
  };
}

function shapeOf(schema: JsonSchema, described: string): FieldShape {
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches !== undefined) return unionShape(branches);
  if (schema.$ref !== undefined) return { type: 'json' };
  if (schema.enum !== undefined) return { type: 'choice', options: schema.enum.map(String) };
  switch (schema.type) {
    case 'boolean':
    case 'integer':
      return { type: schema.type };
    case 'string':
      return { type: isDecimal(schema) ? 'decimal' : 'text' };
    case 'array':
      return listShape(schema, described);
    case 'object':
      return schema.properties === undefined ? { type: 'json' } : { type: 'object', schema };
    default:
      return { type: 'json' };
  }
}

/** Texts that are decimals are known by their pattern: digits, and a fraction of digits. */
function isDecimal({ pattern = '' }: JsonSchema): boolean {
  return pattern.includes(String.raw`\.\d+`) || pattern.includes(String.raw`\.0+`);
}

function listShape({ items = {} }: JsonSchema, described: string): FieldShape {
  const isOrdered = /\border\b/i.test(described);
  if (items.enum !== undefined) return { type: 'names', isOrdered, options: items.enum.map(String) };
  return items.type === 'string' ? { type: 'names', isOrdered, options: null } : { type: 'rows', item: items };
}

function unionShape(branches: readonly JsonSchema[]): FieldShape {
  const [first] = branches;
  const by = Object.entries(first?.properties ?? {}).find(([, { const: constant }]) => constant !== undefined)?.[0];
  if (by !== undefined && branches.every(({ properties }) => properties?.[by]?.const !== undefined)) {
    return { type: 'union', by, branches };
  }
  const all = branches.find(({ const: constant }) => typeof constant === 'string');
  const list = branches.find(({ type }) => type === 'array');
  return all !== undefined && list !== undefined && branches.length === 2
    ? { type: 'all-or-names', all: String(all.const), sentence: inWords(all.description ?? ''), list }
    : { type: 'json' };
}
