import type { Decimal } from '../../num/index.ts';
import type { Fraction } from './fraction.ts';
import type { Participants } from './participants.ts';

/** How a loss is shared out, in the order in which reports name them. */
export const ALLOCATION_METHODS = ['queue', 'pro-rata', 'min-max', 'risk-weighted'] as const;

/**
 * - `queue`: the highest score first, each up to its cap.
 * - `pro-rata`: `min-max` with the capacity as base.
 * - `min-max`: water-filling, `min(level · base, cap)` with one level for all.
 * - `risk-weighted`: `min-max` over base · leverage^k.
 */
export type AllocationMethod = (typeof ALLOCATION_METHODS)[number];

/** What is asked of an allocation. */
export interface AllocationQuestion {
  readonly method: AllocationMethod;
  /** Units to be allocated, ≥ 0: the loss, ceiled to units. */
  readonly loss: bigint;
  readonly participants: Participants;
  /** From 0 to 1; cap = floor(capRate · capacity). */
  readonly capRate: Decimal;
  /** k of `risk-weighted`, a whole number from 0 to 4; the other methods do not look at it. */
  readonly riskExponent: number;
  /** Fewer units of capacity than this take no part; at least 1. */
  readonly capacityMin: bigint;
}

/** A loss shared out in whole units. `allocated + shortfall = loss`, and Σ shares = allocated. */
export interface Allocation {
  readonly question: AllocationQuestion;
  /** Units by place of the participants, each from 0 to its cap. */
  readonly shares: readonly bigint[];
  /** How many of the candidates take part. */
  readonly takingPart: number;
  readonly allocated: bigint;
  /** What the caps of all participants together do not reach to. */
  readonly shortfall: bigint;
  /**
   * The lowest level at which Σ min(level · weight, cap) = allocated, the weight being what the method levels, in units;
   * null for `queue`, which has none.
   */
  readonly level: Fraction | null;
}
