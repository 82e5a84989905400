import { canonicalJson } from '../../canonical/index.ts';
import { isOfPattern } from '../../policy/index.ts';
import { isList, isObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { mergedOrder } from './merged-order.ts';

/** A place where both sides changed the same thing, and not alike; undefined = not there. */
export interface Conflict {
  /** JSON pointer by row identity, such as `/tiers/notionalFloor=50000/maintenanceMarginRate`. */
  readonly path: string;
  readonly base: Json | undefined;
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
}

/**
 * Fields that tell the rows of a list apart, by the pointer of the list, with `*` for any row on the way to it; a list
 * without them is one value. Of several fields a row has those that its form has.
 */
export type RowKeys = ReadonlyMap<string, readonly string[]>;

export interface Merge {
  /** Where there are conflicts, ours stands in their places. */
  readonly merged: Json | undefined;
  readonly conflicts: readonly Conflict[];
}

/** Whose value stands at a place where both sides changed the same thing: what somebody has decided. */
export type Resolutions = ReadonlyMap<string, 'ours' | 'theirs'>;

/**
 * What both sides made of a document: every change that only one side made, and every change that both made alike.
 * Rows are known by what they are and not by where they stand, so a row that one side inserts moves no other. What
 * both changed differently is a conflict, told by its place and never resolved by guessing: only where somebody has
 * decided it.
 */
export function mergeThreeWay(
  base: Json,
  ours: Json,
  theirs: Json,
  { rowKeys, resolutions = new Map() }: { readonly rowKeys: RowKeys; readonly resolutions?: Resolutions },
): Merge {
  const work = { rowKeys, resolutions, conflicts: [] };
  const merged = mergeAt({ path: '', base, ours, theirs }, work);
  return { merged, conflicts: work.conflicts };
}

interface Work {
  readonly rowKeys: RowKeys;
  readonly resolutions: Resolutions;
  readonly conflicts: Conflict[];
}

function mergeAt(sides: Conflict, work: Work): Json | undefined {
  const { path, base, ours, theirs } = sides;
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  if (isObject(ours) && isObject(theirs) && isObject(base)) {
    return mergeObjects(path, [base, ours, theirs], work);
  }
  const keyFields = keysOf(work.rowKeys, path);
  if (keyFields !== undefined && isList(ours) && isList(theirs) && isList(base)) {
    const rows = [base, ours, theirs].map((list) => rowsOf(list, keyFields));
    const [was, here, there] = rows;
    if (was && here && there) return mergeRows(path, [was, here, there], work);
  }
  const taken = work.resolutions.get(path);
  if (taken === undefined) work.conflicts.push(sides);
  return taken === 'theirs' ? theirs : ours;
}

function mergeObjects(
  path: string,
  [base, ours, theirs]: readonly [JsonObject, JsonObject, JsonObject],
  work: Work,
): Json {
  const merged: Record<string, Json> = {};
  for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const sides = {
      path: `${path}/${escaped(key)}`,
      base: own(base, key),
      ours: own(ours, key),
      theirs: own(theirs, key),
    };
    const value = mergeAt(sides, work);
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}

type Rows = ReadonlyMap<string, JsonObject>;

function mergeRows(path: string, [base, ours, theirs]: readonly [Rows, Rows, Rows], work: Work): Json {
  const rows = new Map<string, Json>();
  for (const key of new Set([...ours.keys(), ...theirs.keys()])) {
    const sides = {
      path: `${path}/${escaped(key)}`,
      base: base.get(key),
      ours: ours.get(key),
      theirs: theirs.get(key),
    };
    const row = mergeAt(sides, work);
    if (row !== undefined) rows.set(key, row);
  }
  const orders = [[...base.keys()], [...ours.keys()], [...theirs.keys()]] as const;
  const order = mergedOrder(...orders, new Set(rows.keys()));
  const taken = work.resolutions.get(path);
  if (order === null && taken === undefined) {
    work.conflicts.push({ path, base: orders[0], ours: orders[1], theirs: orders[2] });
  }
  const chosen = taken === 'theirs' ? orders[2] : orders[1];
  return (order ?? mergedOrder(orders[0], chosen, orders[0], new Set(rows.keys())) ?? []).flatMap((key) => {
    const row = rows.get(key);
    return row === undefined ? [] : [row];
  });
}

/** The key fields of the list at a pointer by row identity. */
function keysOf(rowKeys: RowKeys, path: string): readonly string[] | undefined {
  return rowKeys.get(path) ?? [...rowKeys].find(([pattern]) => isOfPattern(path, pattern))?.[1];
}

/** The rows by their identity; null where two rows are the same one, or where one is no row at all. */
function rowsOf(list: readonly Json[], keyFields: readonly string[]): Rows | null {
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

function own(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a === b || canonicalJson(a) === canonicalJson(b);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
