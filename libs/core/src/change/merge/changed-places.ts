import { isList, isObject } from './json.ts';
import type { Json } from './json.ts';
import { escaped, isSame, keysOf, own, rowsOf } from './rows.ts';
import type { RowKeys } from './rows.ts';

/** A place at which one side of a merge says something else than the base; undefined = not there. */
export interface ChangedPlace {
  /** JSON pointer by row identity, as a conflict of the merge has it. */
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/**
 * Every place that one side changed, as deep as rows and fields can be told apart: what a merge takes over from that
 * side, for people to see before they agree to it. A list whose rows stand in another order is told by the identities
 * of its rows.
 */
export function changedPlaces(
  base: Json,
  side: Json,
  { rowKeys }: { readonly rowKeys: RowKeys },
): readonly ChangedPlace[] {
  const places: ChangedPlace[] = [];
  walk({ path: '', before: base, after: side }, rowKeys, places);
  return places;
}

function walk(place: ChangedPlace, rowKeys: RowKeys, places: ChangedPlace[]): void {
  const { path, before, after } = place;
  if (isSame(before, after)) return;
  const children = childrenOf(place, rowKeys);
  if (children === null) {
    places.push(place);
    return;
  }
  const [was, is] = children;
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    walk({ path: `${path}/${escaped(key)}`, before: was.get(key), after: is.get(key) }, rowKeys, places);
  }
  if (!isList(before) || !isList(after)) return;
  // Rows that came or went are told by themselves; what is left is the order of those that stayed.
  const order = (of: ReadonlyMap<string, Json>): string[] =>
    [...of.keys()].filter((key) => was.has(key) && is.has(key));
  if (!isSame(order(was), order(is))) places.push({ path, before: [...was.keys()], after: [...is.keys()] });
}

/** Fields of objects and rows of lists that have an identity; null of anything else, which is one value. */
function childrenOf(
  { path, before, after }: ChangedPlace,
  rowKeys: RowKeys,
): readonly [ReadonlyMap<string, Json>, ReadonlyMap<string, Json>] | null {
  if (isObject(before) && isObject(after)) {
    const fields = (of: typeof before): Map<string, Json> =>
      new Map(
        Object.keys(of).flatMap((key): [string, Json][] => {
          const value = own(of, key);
          return value === undefined ? [] : [[key, value]];
        }),
      );
    return [fields(before), fields(after)];
  }
  const keyFields = keysOf(rowKeys, path);
  if (keyFields === undefined || !isList(before) || !isList(after)) return null;
  const [was, is] = [rowsOf(before, keyFields), rowsOf(after, keyFields)];
  return was === null || is === null ? null : [was, is];
}
