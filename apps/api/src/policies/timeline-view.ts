import { instantsOf, policySetOf, timelineAt, type Timeline } from '@backstop/core/change';
import type { PolicySet, PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import { shadowSets, type ShadowSet } from './shadow-sets.ts';
import { leastRecentlyUsed } from '../persistence/least-recently-used.ts';
import { sha256 } from '../persistence/sha256.ts';
import { timelineOf } from './timeline-of.ts';

/** The approved versions indexed by time, as one consistent value. */
export interface TimelineView {
  readonly timeline: Timeline;
  /** The set in force at an instant, and how long exactly it is; null before anything was. */
  readonly setAt: (at: Instant) => SetInForce | null;
  /** The same with what stands in shadow on it; null where nothing does. */
  readonly shadowAt: (at: Instant) => ShadowSet | null;
}

export interface SetInForce {
  readonly set: PolicySet;
  readonly since: Instant;
  /** When the set next changes as far as has been approved; null = never. */
  readonly until: Instant | null;
}

/** Sets kept resolved; hashing one takes longer than an evaluation. */
const SETS_MAX = 64;

export function timelineView(versions: readonly PolicyVersion[]): TimelineView {
  const timeline = timelineOf(versions);
  const instants = instantsOf(timeline);
  const remembered = leastRecentlyUsed<SetInForce | null>(SETS_MAX);
  const setAt = (at: Instant): SetInForce | null => {
    const index = lastAtOrBefore(instants, at);
    const since = instants[index];
    if (since === undefined) return null;
    return remembered(index, () => {
      const inForce = timelineAt(timeline, since);
      if (inForce.length === 0) return null;
      return { set: policySetOf(inForce, sha256), since, until: instants[index + 1] ?? null };
    });
  };
  return { timeline, setAt, shadowAt: shadowSets(versions, setAt) };
}

function lastAtOrBefore(instants: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((instants[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
