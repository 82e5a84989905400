import type { ImpactReport } from '@backstop/contracts';

/** Scopes that a change makes liquidatable without a price having moved; null where no book was there to count them on. */
export function newlyLiquidatableIn(impact: ImpactReport | null): number | null {
  // A book of which nothing could be judged says nothing.
  if (impact === null || impact.judged === 0) return null;
  return impact.shocks[0]?.newlyLiquidatable.accounts ?? null;
}
