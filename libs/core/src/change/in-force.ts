import type { PolicyVersion } from '../policy/index.ts';
import type { Instant } from '../venue/index.ts';
import type { PolicyTimeline, Timeline } from './timeline.ts';
import { buildTimeline } from './timeline.ts';
import { versionInForce } from './version-in-force.ts';

/**
 * The versions in force at an instant, at most one per policy, sorted by policy id.
 * Where many instants are asked, build the timeline once and ask it (`timelineAt`).
 */
export function inForceAt(versions: readonly PolicyVersion[], at: Instant, knownAt?: Instant): PolicyVersion[] {
  return timelineAt(buildTimeline(versions), at, knownAt);
}

/**
 * The same from a timeline. `knownAt` asks what was in force as far as was known then: versions approved later are
 * left out, which no index foresees, so that every version of every policy is looked at.
 */
export function timelineAt(timeline: Timeline, at: Instant, knownAt?: Instant): PolicyVersion[] {
  const inForce: PolicyVersion[] = [];
  for (const policy of timeline.policies) {
    const version = knownAt === undefined ? segmentAt(policy, at) : versionInForce(policy.versions, at, knownAt);
    if (version !== null) inForce.push(version);
  }
  return inForce;
}

/** Every instant at which the set of versions in force changes, ascending. */
export function instantsOf(timeline: Timeline): Instant[] {
  const instants = timeline.policies.flatMap(({ segments }) => segments.map(({ from }) => from));
  return [...new Set(instants)].sort((a, b) => a - b);
}

/** The last segment that begins at or before the instant. */
function segmentAt({ segments }: PolicyTimeline, at: Instant): PolicyVersion | null {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = segments[middle];
    if (segment !== undefined && segment.from <= at) low = middle + 1;
    else high = middle;
  }
  return segments[low - 1]?.version ?? null;
}
