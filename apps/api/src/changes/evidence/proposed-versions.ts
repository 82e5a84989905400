import type { PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import type { StoredEntry } from '../stored-change.ts';

/** From when until when, exclusive, a change would be in force; null = until something newer. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant | null;
}

/** The entries of a change as the versions that its approval would make: later than all approved before. */
export function proposedVersions(entries: readonly StoredEntry[], { from, until }: Span, at: Instant): PolicyVersion[] {
  return entries.map(({ policy, base, kind, title, scope, document, ends, digest, mode }) => ({
    ...{ policy, kind, title, scope, document, ends, digest, mode },
    version: (base ?? 0) + 1,
    effectiveFrom: from,
    effectiveUntil: until,
    approvedAt: at,
    approvalSequence: Number.MAX_SAFE_INTEGER,
  }));
}
