import type { PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';

/**
 * Sequences of the approvals of which some version stands at an instant: is in force, is what took its policy out of
 * force, or is the shadow that is judged beside. An approved change with none has been superseded.
 */
export function standingApprovalsAt(approved: readonly PolicyVersion[], at: Instant): ReadonlySet<number> {
  const latest = new Map<string, PolicyVersion>();
  for (const version of approved) {
    const { policy, mode, effectiveFrom, effectiveUntil } = version;
    if (effectiveFrom > at || (effectiveUntil !== null && effectiveUntil <= at)) continue;
    const key = `${mode} ${policy}`;
    const known = latest.get(key);
    if (known === undefined || isLater(version, known)) latest.set(key, version);
  }
  return new Set([...latest.values()].map(({ approvalSequence }) => approvalSequence));
}

function isLater(version: PolicyVersion, other: PolicyVersion): boolean {
  if (version.effectiveFrom !== other.effectiveFrom) return version.effectiveFrom > other.effectiveFrom;
  return version.approvalSequence > other.approvalSequence;
}
