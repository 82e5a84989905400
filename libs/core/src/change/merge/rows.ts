import { canonicalJson } from '../../canonical/index.ts';
import { isOfPattern } from '../../policy/index.ts';
import { isObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';

/**
 * Fields that tell the rows of a list apart, by the pointer of the list, with `*` for any row on the way to it; a list
 * without them is one value. Of several fields a row has those that its form has.
 */
export type RowKeys = ReadonlyMap<string, readonly string[]>;

/** Rows by their identity, in their order. */
export type Rows = ReadonlyMap<string, JsonObject>;

/** The key fields of the list at a pointer by row identity. */
export function keysOf(rowKeys: RowKeys, path: string): readonly string[] | undefined {
  return rowKeys.get(path) ?? [...rowKeys].find(([pattern]) => isOfPattern(path, pattern))?.[1];
}

/** The rows by their identity; null where two rows are the same one, or where one is no row at all. */
export function rowsOf(list: readonly Json[], keyFields: readonly string[]): Rows | null {
  const rows = new Map<string, JsonObject>();
  for (const row of list) {
    if (!isObject(row)) return null;
    const stated = keyFields.filter((field) => Object.hasOwn(row, field));
    const key = stated.map((field) => `${field}=${textOf(own(row, field))}`).join(',');
    if (stated.length === 0 || rows.has(key)) return null;
    rows.set(key, row);
  }
  return rows;
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : canonicalJson(value ?? null);
}

/** A field of an object itself; undefined where it has none. */
export function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** Whether two values are written alike in canonical form. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || canonicalJson(a) === canonicalJson(b);
}

/** One token of a pointer. */
export function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
