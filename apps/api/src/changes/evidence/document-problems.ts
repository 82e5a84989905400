import { kinds } from '@backstop/core/kinds';
import { kindNamed } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import type { StoredEntry } from '../stored-change.ts';

/** What the kinds say of the documents of a change; pointers begin with the policy. */
export function documentProblems(entries: readonly StoredEntry[]): Problem[] {
  return entries.flatMap(({ policy, kind: id, document, ends }) => {
    const kind = kindNamed(id, kinds);
    if (kind === null || ends) return [];
    // Its own schema has given the document before it was stored.
    return kind.check(document as never).map((problem) => ({ ...problem, path: `/${policy}/document${problem.path}` }));
  });
}
