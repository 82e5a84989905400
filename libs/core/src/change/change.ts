import type { PolicyVersion } from '../policy/index.ts';
import type { Instant } from '../venue/index.ts';
import type { Requirement } from './requirement.ts';

/** Stored; `scheduled`, `active`, `superseded` and `expired` follow from time. */
export type ChangeStatus = 'draft' | 'submitted' | 'approved' | 'rejected' | 'withdrawn' | 'cancelled';

/** New versions of policies that take effect at one instant, together or not at all. */
export interface Change {
  readonly id: string;
  readonly status: ChangeStatus;
  /** Why, in the author's words; may be empty in a draft only. */
  readonly reason: string;
  /** Ids of everyone who wrote any of it, the author first; nobody ever leaves the list. */
  readonly contributors: readonly string[];
  readonly entries: readonly ChangeEntry[];
  /** Null = as soon after approval as its notice allows. */
  readonly effectiveFrom: Instant | null;
  /** Exclusive; null = until something newer. */
  readonly effectiveUntil: Instant | null;
  /** What was put to the reviewers; null in a draft. */
  readonly submission: Submission | null;
  /** In order; only those of the present submission, and approvals only by people who still may approve. */
  readonly reviews: readonly Review[];
  /** Null until approved, whether by reviews or by an emergency. */
  readonly approval: Approval | null;
}

/** One policy's part of a change. */
export interface ChangeEntry {
  /** `<kind>.<key>`. */
  readonly policy: string;
  /** The version in force that it was written against; null where there was none. */
  readonly base: number | null;
  /** Digest of the new content, as of a version. */
  readonly digest: string;
  readonly mode: PolicyVersion['mode'];
}

export interface Submission {
  readonly by: string;
  readonly at: Instant;
  /** Over content, bases, instants and evidence: what an approval is bound to. */
  readonly digest: string;
  /** Digest of the stored evidence report. */
  readonly evidence: string;
  /** What it takes, as the guardrail in force said at submission. */
  readonly requirement: Requirement;
}

export interface Review {
  readonly by: string;
  readonly at: Instant;
  readonly verdict: 'approve' | 'reject';
  /** Of the submission that was reviewed. */
  readonly digest: string;
  /** Roles that the reviewer held then. */
  readonly roles: readonly string[];
  /** Empty is allowed for an approval only. */
  readonly comment: string;
}

export interface Approval {
  readonly at: Instant;
  /** From when its versions are in force. */
  readonly effectiveFrom: Instant;
  /** Null for a change that was approved by reviews. */
  readonly emergency: Emergency | null;
}

/** One person let a change take effect at once; it ends by itself unless another one confirms it. */
export interface Emergency {
  readonly by: string;
  readonly reason: string;
  /** When it ends unless it is confirmed. */
  readonly expiresAt: Instant;
  readonly confirmed: { readonly by: string; readonly at: Instant } | null;
}
