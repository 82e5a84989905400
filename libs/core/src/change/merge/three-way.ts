import { isList, isObject } from './json.ts';
import type { Json, JsonObject } from './json.ts';
import { mergedOrder } from './merged-order.ts';
import { escaped, isSame, keysOf, own, rowsOf } from './rows.ts';
import type { RowKeys, Rows } from './rows.ts';

/** A place where both sides changed the same thing, and not alike; undefined = not there. */
export interface Conflict {
  /** JSON pointer by row identity, such as `/tiers/notionalFloor=50000/maintenanceMarginRate`. */
  readonly path: string;
  readonly base: Json | undefined;
  readonly ours: Json | undefined;
  readonly theirs: Json | undefined;
}

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
