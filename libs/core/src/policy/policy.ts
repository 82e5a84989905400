import type { Instant } from '../venue/index.ts';
import type { Scope } from './scope.ts';

/** The envelope that every policy comes in; its id is `<kind>.<key>`, the same in every database. */
export interface PolicyEnvelope {
  readonly kind: string;
  /** `[A-Za-z0-9_-]{1,64}`. */
  readonly key: string;
  readonly title: string;
  readonly scope: Scope;
  readonly document: unknown;
}

/** One approved version of a policy on the timeline. */
export interface PolicyVersion {
  /** `<kind>.<key>`. */
  readonly policy: string;
  /** From 1 per policy. */
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly scope: Scope;
  /** The canonical document; null where `ends`: the version takes the policy out of force from then on. */
  readonly document: unknown;
  readonly ends: boolean;
  /** SHA-256 of the canonical bytes of scope and document. */
  readonly digest: string;
  readonly mode: 'enforce' | 'shadow';
  readonly effectiveFrom: Instant;
  readonly effectiveUntil: Instant | null;
  /** When its change was approved, by our clock. */
  readonly approvedAt: Instant;
  /** Order of approvals in this database; breaks a tie of `effectiveFrom`. */
  readonly approvalSequence: number;
}

/** The versions in force at one instant, at most one per policy, with the hash over them. */
export interface PolicySet {
  readonly hash: string;
  readonly versions: readonly PolicyVersion[];
}
