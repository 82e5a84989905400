import type { PolicyVersion } from '../policy/index.ts';
import type { Instant } from '../venue/index.ts';
import { versionInForce } from './version-in-force.ts';

/** One policy through time. */
export interface PolicyTimeline {
  readonly policy: string;
  /** Its enforced versions, in the order given. */
  readonly versions: readonly PolicyVersion[];
  /** What is in force from each instant on, ascending, neighbors differ; before the first nothing is. */
  readonly segments: readonly TimelineSegment[];
}

export interface TimelineSegment {
  readonly from: Instant;
  /** null = the policy is not in force. */
  readonly version: PolicyVersion | null;
}

/** All policies through time, sorted by policy id. A value: a write builds a new one. */
export interface Timeline {
  readonly policies: readonly PolicyTimeline[];
}

/** Indexes approved, uncancelled versions, so that each instant is a binary search per policy. */
export function buildTimeline(versions: readonly PolicyVersion[]): Timeline {
  const byPolicy = new Map<string, PolicyVersion[]>();
  for (const version of versions) {
    if (version.mode === 'shadow') continue;
    const known = byPolicy.get(version.policy);
    if (known === undefined) byPolicy.set(version.policy, [version]);
    else known.push(version);
  }
  const policies = [...byPolicy].map(([policy, own]) => ({ policy, versions: own, segments: segmentsOf(own) }));
  return { policies: policies.toSorted((a, b) => (a.policy < b.policy ? -1 : 1)) };
}

function segmentsOf(versions: readonly PolicyVersion[]): TimelineSegment[] {
  const segments: TimelineSegment[] = [];
  for (const from of bordersOf(versions)) {
    const version = versionInForce(versions, from);
    if (version !== (segments.at(-1)?.version ?? null)) segments.push({ from, version });
  }
  return segments;
}

/** Every instant at which something begins or ends, ascending. */
function bordersOf(versions: readonly PolicyVersion[]): Instant[] {
  const borders = versions.flatMap(({ effectiveFrom, effectiveUntil }) =>
    effectiveUntil === null ? [effectiveFrom] : [effectiveFrom, effectiveUntil],
  );
  return [...new Set(borders)].sort((a, b) => a - b);
}
