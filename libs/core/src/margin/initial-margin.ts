import { divide, isZero, maximum, minimum, multiply, round, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { notionalOf } from './exposure.ts';
import type { MarginContext } from './maintenance-margin.ts';
import type { MarginTier } from './ladder.ts';
import { tierAt } from './tier-at.ts';

/**
 * Initial margin of `units` at the mark price, in the settlement asset: the larger of
 * ceil(notional ÷ min(chosen leverage, leverageMax)) and ceil(notional · initialMarginRate).
 * A multiplied ladder multiplies the notional here, so that its margin is rounded once.
 * Null where the rate depends on open interest and that is unknown.
 */
export function initialMargin(
  context: MarginContext,
  units: Decimal,
  markPrice: Decimal,
  leverage: Decimal | null,
  openInterestNotional: Decimal | null,
): Decimal | null {
  if (isZero(units)) return ZERO;
  const { contract, ladder, precision } = context;
  const notional = notionalOf(contract, units, markPrice, precision);
  const tier = tierAt(ladder, notional, units, openInterestNotional);
  return initialMarginIn(context, tier, notional, leverage);
}

/** The same where notional and tier at the mark price are already known. */
export function initialMarginIn(
  { ladder, precision }: MarginContext,
  tier: MarginTier,
  notional: Decimal,
  leverage: Decimal | null,
): Decimal | null {
  if (tier.initialMarginRate === null && ladder.model === 'open-interest-scaled') return null;
  const { scaling } = ladder;
  const scaled = scaling === null ? notional : multiply(notional, scaling.initial);
  const leverageUsed = lowerLeverage(leverage, tier.leverageMax);
  const byLeverage = leverageUsed === null ? ZERO : divide(scaled, leverageUsed, precision, 'ceil');
  if (tier.initialMarginRate === null) return byLeverage;
  return maximum(byLeverage, round(multiply(scaled, tier.initialMarginRate), precision, 'ceil'));
}

function lowerLeverage(chosen: Decimal | null, largest: Decimal | null): Decimal | null {
  if (chosen === null) return largest;
  return largest === null ? chosen : minimum(chosen, largest);
}
