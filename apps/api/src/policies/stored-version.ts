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
    readonly effectiveUntil: Instant | null;
    readonly approvedAt: Instant | null;
    readonly approvalSequence: number | null;
  };
}

/** The same with what it says. */
export interface StoredDocument extends StoredVersion {
  /** Null where the version ends its policy. */
  readonly document: unknown;
  /** The bytes that the digest is of. */
  readonly canonical: string;
}
