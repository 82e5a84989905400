import type { PolicyVersion } from '../policy/index.ts';
import type { Instant } from '../venue/index.ts';

/**
 * The one version of a policy that is in force at an instant, of all that are given for it; null where none is, or
 * where the one that is takes the policy out of force.
 *
 * In force: enforced, `effectiveFrom ≤ at`, and `effectiveUntil` absent or above `at`; the latest `effectiveFrom`
 * wins, a tie goes to the higher approval sequence. With `knownAt`, only what was approved by then counts.
 */
export function versionInForce(
  versions: readonly PolicyVersion[],
  at: Instant,
  knownAt?: Instant,
): PolicyVersion | null {
  let winner: PolicyVersion | null = null;
  for (const version of versions) {
    if (isInForce(version, at, knownAt) && (winner === null || isLater(version, winner))) winner = version;
  }
  return winner === null || winner.ends ? null : winner;
}

/** Whether a version on its own is in force; a later one of its policy may still take its place. */
function isInForce(version: PolicyVersion, at: Instant, knownAt: Instant | undefined): boolean {
  if (version.mode === 'shadow' || !isWithin(version, at)) return false;
  return knownAt === undefined || version.approvedAt <= knownAt;
}

/** Whether an instant lies between the beginning of a version and its end. */
export function isWithin({ effectiveFrom, effectiveUntil }: PolicyVersion, at: Instant): boolean {
  return effectiveFrom <= at && (effectiveUntil === null || effectiveUntil > at);
}

/** Whether a version takes the place of another of its policy where both are within their time. */
export function isLater(version: PolicyVersion, other: PolicyVersion): boolean {
  if (version.effectiveFrom !== other.effectiveFrom) return version.effectiveFrom > other.effectiveFrom;
  return version.approvalSequence > other.approvalSequence;
}
