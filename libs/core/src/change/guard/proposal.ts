import type { Difference, OutcomeMove } from '../../policy/index.ts';
import type { Instant } from '../../venue/index.ts';

/** A change as a guardrail looks at it. */
export interface Proposal {
  readonly effectiveFrom: Instant;
  readonly moves: readonly PolicyMove[];
  /** Accounts that become liquidatable without a price having moved; null where no book was there to count them. */
  readonly newlyLiquidatable: number | null;
  /** Questions of the analysis that were answered `unknown`. */
  readonly unknowns: readonly string[];
  /** Whether every policy goes back to what was in force within the window in which that is always allowed. */
  readonly isRevert: boolean;
}

/** What a change does to one policy. */
export interface PolicyMove {
  readonly policy: string;
  readonly kind: string;
  readonly differences: readonly Difference[];
  /** What all its parameters together come to, before and after, as its kind measures it. */
  readonly outcomes: readonly OutcomeMove[];
  /** When the version took effect that is in force; null where there was none. */
  readonly inForceSince: Instant | null;
}
