import type { PolicyTimeline, Timeline } from '@backstop/core/change';
import type { Instant } from '@backstop/core/venue';
import type { StoredEntry } from '../stored-change.ts';

/** Whether every policy of a change goes back to what was in force at some time between two instants. */
export function isRevert(
  entries: readonly StoredEntry[],
  timeline: Timeline,
  { since, at }: { readonly since: Instant; readonly at: Instant },
): boolean {
  const byId = new Map(timeline.policies.map((policy) => [policy.policy, policy]));
  return (
    entries.length > 0 &&
    entries.every((entry) => entry.mode === 'enforce' && wasInForce(entry, byId.get(entry.policy), since, at))
  );
}

function wasInForce(entry: StoredEntry, policy: PolicyTimeline | undefined, since: Instant, at: Instant): boolean {
  if (policy === undefined) return false;
  const { segments } = policy;
  const [first] = segments;
  // Before its first version nothing was in force, which is what an end goes back to.
  if (entry.ends && first !== undefined && first.from > since && first.from <= at) return true;
  return segments.some(({ from, version }, index) => {
    const until = segments[index + 1]?.from ?? Infinity;
    if (from > at || until <= since) return false;
    return version === null ? entry.ends : !entry.ends && version.digest === entry.digest;
  });
}
