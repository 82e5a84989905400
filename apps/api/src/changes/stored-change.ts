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
  readonly requestedApprovers: readonly string[];
  /** The worst that it does, as its evidence says; null until it is submitted. */
  readonly effect: Effect | null;
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
