import { add, equals, multiply } from '../num/index.ts';
import type { Ladder, MarginScaling, MarginTier } from './ladder.ts';

/**
 * A ladder whose margin amounts are multiplied: rates and deductions alike, so that every requirement grows by the same
 * factor and a continuous ladder stays continuous. Borders, largest leverage and the fee for closing stay as they are.
 */
export function scaledLadder(ladder: Ladder, scaling: MarginScaling): Ladder {
  const kept = lastScaled.get(ladder);
  if (kept !== undefined && isSame(kept.scaling, scaling)) return kept.scaled;
  const scaled: Ladder =
    ladder.model === 'step'
      ? { ...ladder, scaling, tiers: ladder.tiers.map((tier) => scaledTier(tier, ladder, scaling)) }
      : { ...ladder, scaling };
  lastScaled.set(ladder, { scaling, scaled });
  return scaled;
}

/** Accounts of a book come in long runs under one market: what was made of a ladder last is kept. */
const lastScaled = new WeakMap<Ladder, { readonly scaling: MarginScaling; readonly scaled: Ladder }>();

function isSame(a: MarginScaling, b: MarginScaling): boolean {
  return equals(a.initial, b.initial) && equals(a.maintenance, b.maintenance);
}

function scaledTier(tier: MarginTier, { closeFeeRate }: Ladder, { maintenance }: MarginScaling): MarginTier {
  const maintenanceMarginRate = multiply(tier.maintenanceMarginRate, maintenance);
  return {
    ...tier,
    maintenanceMarginRate,
    maintenanceRateWithFee: add(maintenanceMarginRate, closeFeeRate),
    maintenanceDeduction: multiply(tier.maintenanceDeduction, maintenance),
  };
}
