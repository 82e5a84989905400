/**
 * Who may be asked to bear a loss: columns of equal length, one place for each candidate.
 *
 * Amounts are whole numbers of the unit that is allocated (the asset's smallest unit, or lots), floored to it. Whoever has
 * less than one unit of capacity is a candidate without a part: its share is 0, and it stands in the digest.
 */
export interface Participants {
  /** Account ids, no two the same, in any order: no share depends on it. */
  readonly ids: readonly string[];
  /** The most that an account can lose, before the cap; ≤ 0 for none. */
  readonly capacities: readonly bigint[];
  /** What `min-max` and `risk-weighted` level; ≤ 0 takes no part in them. Null: the capacities. */
  readonly bases: readonly bigint[] | null;
  /** What `queue` orders by, as whole numbers of 1e-8, floored. Null: all score alike, so that ids decide. */
  readonly scores: readonly bigint[] | null;
  /** What `risk-weighted` weighs by, as whole numbers of 1e-8, floored; below 0 counts as 0. Null: not known. */
  readonly leverages: readonly bigint[] | null;
}

/** Decimals of scores and leverages: they are whole numbers of 1e-8. */
export const SCORE_DECIMALS = 8;
