import { mergeThreeWay, type Conflict, type Json, type Resolutions } from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import { kindNamed, shapePolicy, type PolicyVersion } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import { digested } from '../policies/digested.ts';
import type { StoredEntry } from './stored-change.ts';

/** One policy of a change brought up to what is in force: whole, or what has to be decided first. */
export type Rebased =
  | { readonly entry: StoredEntry }
  | { readonly conflicts: readonly Conflict[] }
  /** Both sides are sound, and what comes of them together is not. */
  | { readonly problems: readonly Problem[] };

/**
 * An entry written against `base` as it would be written against `theirs`: every change that only one side made, by row
 * identity; what both changed differently is a conflict unless somebody has decided it.
 */
export function rebased(
  entry: StoredEntry,
  { base, theirs }: { readonly base: PolicyVersion | null; readonly theirs: PolicyVersion | null },
  resolutions: Resolutions,
): Rebased {
  const version = theirs?.version ?? null;
  if (entry.base === version) return { entry };
  const { rowKeys = {} } = kindNamed(entry.kind, kinds) ?? {};
  const keys = new Map(Object.entries(rowKeys).map(([pointer, fields]) => [`/document${pointer}`, fields]));
  const { merged, conflicts } = mergeThreeWay(sideOf(base), sideOf(entry), sideOf(theirs), {
    rowKeys: keys,
    resolutions,
  });
  if (conflicts.length > 0) return { conflicts };
  const side = (merged ?? null) as unknown as ReturnType<typeof sideOf>;
  const isEnd = (side?.document ?? null) === null;
  // Both sides ended it, or the one that did has been decided for.
  if (side === null || isEnd) {
    const said = { ...entry, document: null, ends: true };
    return { entry: { ...said, ...digested(said), base: version } };
  }
  const { kind, policy } = entry;
  const parsed = shapePolicy({ ...side, kind, key: policy.slice(kind.length + 1) }, kinds);
  if (!parsed.ok) return { problems: parsed.problems };
  const { title, scope, document } = parsed.value;
  const said = { ...entry, title, scope, document, ends: false };
  return { entry: { ...said, ...digested(said), base: version } };
}

/** What one side says, as JSON; null where it has no such policy. */
function sideOf(
  side: Pick<StoredEntry, 'title' | 'scope' | 'document'> | null,
): { readonly title: string; readonly scope: Json; readonly document: Json } | null {
  if (side === null) return null;
  return { title: side.title, scope: side.scope as unknown as Json, document: side.document as Json };
}
