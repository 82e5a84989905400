import { policySetOf, standingAt } from '@backstop/core/change';
import type { PolicySet, PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import { leastRecentlyUsed } from '../persistence/least-recently-used.ts';
import { sha256 } from '../persistence/sha256.ts';

/** What would be in force if the shadows decided. */
export interface ShadowSet {
  readonly set: PolicySet;
  /** One a policy; never empty. */
  readonly shadows: readonly PolicyVersion[];
}

/** Shadow sets kept: each is hashed once. */
const SETS_MAX = 16;

/** The set in force with what stands in shadow on it; null where nothing does, and nothing is looked for where none exists. */
export function shadowSets(
  versions: readonly PolicyVersion[],
  setAt: (at: Instant) => { readonly set: PolicySet } | null,
): (at: Instant) => ShadowSet | null {
  const all = versions.filter(({ mode }) => mode === 'shadow');
  if (all.length === 0) return () => null;
  const remembered = leastRecentlyUsed<ShadowSet>(SETS_MAX);
  return (at) => {
    // The latest of each policy, until its end or a newer shadow.
    const shadows = standingAt(all, at);
    const inForce = shadows.length === 0 ? null : setAt(at);
    if (inForce === null) return null;
    const key = [inForce.set.hash, ...shadows.map(({ policy, version }) => `${policy} ${String(version)}`)].join();
    return remembered(key, () => {
      const shadowed = new Set(shadows.map(({ policy }) => policy));
      const others = inForce.set.versions.filter(({ policy }) => !shadowed.has(policy));
      return { set: policySetOf([...others, ...shadows.filter(({ ends }) => !ends)], sha256), shadows };
    });
  };
}
