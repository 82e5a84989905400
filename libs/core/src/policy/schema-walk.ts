import type { z } from 'zod';

type Schema = z.core.$ZodType;

/** Names of the fields that a schema knows at a place of an input, for suggestions; none where nothing is known. */
export function fieldNamesAt(schema: Schema, input: unknown, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  const branches = branchesFor(schema, input);
  if (key !== undefined) {
    return branches.flatMap((branch) => fieldNamesBelow(branch, input, key, rest));
  }
  return [...new Set(branches.flatMap((branch) => Object.keys(shapeOf(branch) ?? {})))];
}

/** The schema at the end of a path, following the branch that the input means; null where there is none. */
export function schemaAt(schema: Schema, input: unknown, path: readonly PropertyKey[]): Schema | null {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  for (const branch of branchesFor(schema, input)) {
    const child = childOf(branch, key);
    if (child !== null) return schemaAt(child, valueAt(input, [key]), rest);
  }
  return null;
}

/** Whether every literal field of an object schema (its discriminators) has the value that the input has. */
export function literalsAgree(schema: Schema, input: unknown): boolean {
  const bare = unwrapped(schema);
  const { def } = bare._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'union') return def.options.some((option) => literalsAgree(option, input));
  if (def.type === 'literal') return def.values.some((value) => value === input);
  if (def.type !== 'object') return true;
  return Object.entries(def.shape).every(([key, field]) => {
    const { def: fieldDef } = unwrapped(field)._zod as z.core.$ZodTypes['_zod'];
    return fieldDef.type !== 'literal' || fieldDef.values.some((value) => value === valueAt(input, [key]));
  });
}

/** Options of the union that a schema is, or null where it is none. */
export function optionsOf(schema: Schema): readonly Schema[] | null {
  const { def } = unwrapped(schema)._zod as z.core.$ZodTypes['_zod'];
  return def.type === 'union' ? def.options : null;
}

/** What stands at a path of a plain value; undefined where nothing does. Own properties only. */
export function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<PropertyKey, unknown>>)[key];
  }
  return value;
}

function fieldNamesBelow(branch: Schema, input: unknown, key: PropertyKey, rest: readonly PropertyKey[]): string[] {
  const child = childOf(branch, key);
  return child === null ? [] : fieldNamesAt(child, valueAt(input, [key]), rest);
}

/** The object or list schemas that the input may mean: of a union, those whose literals agree with it. */
function branchesFor(schema: Schema, input: unknown): Schema[] {
  const bare = unwrapped(schema);
  const options = optionsOf(bare);
  if (options === null) return [bare];
  const agreeing = options.filter((option) => literalsAgree(option, input));
  return (agreeing.length > 0 ? agreeing : options).flatMap((option) => branchesFor(option, input));
}

function childOf(schema: Schema, key: PropertyKey): Schema | null {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  if (def.type === 'array') return def.element;
  if (def.type === 'record') return def.valueType;
  return def.type === 'object' && Object.hasOwn(def.shape, key) ? (def.shape[String(key)] ?? null) : null;
}

function shapeOf(schema: Schema): Readonly<Record<string, Schema>> | null {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  return def.type === 'object' ? def.shape : null;
}

/** The schema that reads the raw input, without what only changes presence or the result. */
function unwrapped(schema: Schema): Schema {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  switch (def.type) {
    case 'default':
    case 'prefault':
    case 'nullable':
    case 'optional':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return unwrapped(def.innerType);
    case 'pipe':
      return unwrapped(def.in);
    case 'lazy':
      return unwrapped(def.getter());
    default:
      return schema;
  }
}
