import type { PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';

/** One version as the database has it, with the change that brought it; approved or not. */
export interface StoredVersion extends Pick<
  PolicyVersion,
  'policy' | 'version' | 'kind' | 'title' | 'scope' | 'ends' | 'digest' | 'mode'
> {
  readonly change: {
    readonly id: string;
    readonly origin: 'import' | 'person';
    readonly status: 'draft' | 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';
    readonly actor: string;
    readonly reason: string;
    readonly effectiveFrom: Instant | null;
    /** That of an emergency nobody has confirmed is its hour. */
    readonly effectiveUntil: Instant | null;
    readonly approvedAt: Instant | null;
    readonly approvalSequence: number | null;
    /** Null where it was approved by reviews, or not at all. */
    readonly emergency: ApprovedVersion['emergency'];
  };
}

/** The same with what it says. */
export interface StoredDocument extends StoredVersion {
  /** Null where the version ends its policy. */
  readonly document: unknown;
  /** The bytes that the digest is of. */
  readonly canonical: string;
}

/** An approved version with the change that brought it. */
export interface ApprovedVersion extends PolicyVersion {
  readonly change: string;
  /** Null where its change was approved by reviews. */
  readonly emergency: {
    /** Who activated it. */
    readonly by: string;
    /** When it ends unless somebody confirms it. */
    readonly expiresAt: Instant;
    readonly confirmedAt: Instant | null;
    /** When it ends once it is confirmed; null = never. */
    readonly untilIfConfirmed: Instant | null;
  } | null;
}

/** When a version ends as far as was known at an instant: an emergency that nobody had confirmed by then, at its hour. */
export function untilKnownAt(
  effectiveUntil: Instant | null,
  emergency: ApprovedVersion['emergency'],
  knownAt: Instant,
): Instant | null {
  if (emergency === null) return effectiveUntil;
  const { expiresAt, confirmedAt, untilIfConfirmed } = emergency;
  if (confirmedAt !== null && confirmedAt <= knownAt) return untilIfConfirmed;
  return untilIfConfirmed === null ? expiresAt : Math.min(untilIfConfirmed, expiresAt);
}
