import type { PolicyVersion } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import { formatInstant } from '@backstop/core/venue';
import type { StoredEntry } from '../stored-change.ts';
import type { Span } from './proposed-versions.ts';

/**
 * Scheduled versions of the same policies that would take the change's place without knowing of it: they were written
 * against what the change replaces. Scheduled ones that come first are no clash but its base.
 */
export function clashProblems(
  entries: readonly StoredEntry[],
  { from, until }: Span,
  approved: readonly PolicyVersion[],
): Problem[] {
  return entries.flatMap(({ policy, mode }) => {
    if (mode === 'shadow') return [];
    const later = approved.find(
      (version) =>
        version.policy === policy &&
        version.mode === 'enforce' &&
        version.effectiveFrom > from &&
        (until === null || version.effectiveFrom < until),
    );
    if (later === undefined) return [];
    const message = `version ${String(later.version)}, scheduled for ${formatInstant(later.effectiveFrom)}, was written without knowing of this change`;
    return [{ code: 'change_must_not_clash_with_scheduled', path: `/${policy}`, message }];
  });
}
