import type { Change, ChangeEntry } from '@backstop/core/change';
import type { Effect, Scope } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';

/** A change as the database has it: what the core acts on, and what it does not need to know. */
export interface StoredChange {
  readonly change: Change;
  /** In the order of its author; one for each entry of the change. */
  readonly entries: readonly StoredEntry[];
  readonly origin: 'import' | 'person';
  /** Counts every write. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Null where that was not kept yet. */
  readonly updatedBy: string | null;
  readonly requestedApprovers: readonly string[];
  /** The worst that it does, as its evidence says; null until it is submitted. */
  readonly effect: Effect | null;
  /** The same in sentences, the gravest first; empty until it is submitted. */
  readonly summary: readonly string[];
  /** Order of approvals; null until approved. */
  readonly approvalSequence: number | null;
}

/** One policy's part of a change with what it says. */
export interface StoredEntry extends ChangeEntry {
  readonly kind: string;
  readonly title: string;
  readonly scope: Scope;
  /** Canonical; null where it ends its policy. */
  readonly document: unknown;
  /** The bytes that the digest is of. */
  readonly canonical: string;
  readonly ends: boolean;
  readonly writtenBy: string;
}

/** What somebody said about a change, about one of its policies, or about one row of it. */
export interface StoredComment {
  readonly id: string;
  readonly changeId: string;
  readonly author: string;
  readonly createdAt: Instant;
  readonly text: string;
  readonly policyId: string | null;
  readonly path: string | null;
}

/** What was put to the reviewers, as the text that its digest is of. */
export interface StoredEvidence {
  readonly digest: string;
  readonly changeId: string;
  readonly createdAt: Instant;
  readonly report: string;
}
