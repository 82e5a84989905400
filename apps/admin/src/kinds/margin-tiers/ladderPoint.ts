import { initialMargin, marginedExposure, tierAt, type Ladder, type MarginTier } from '@backstop/core/margin';
import { divide, formatDecimal, isPositive, ONE, toFloat, type Decimal } from '@backstop/core/num';
import type { Contract } from '@backstop/core/venue';

/** What a ladder asks of one exposure. */
export interface LadderPoint {
  readonly measure: Decimal;
  readonly tier: MarginTier;
  /** Place of the tier in a step ladder, from 0; null for the other models. */
  readonly tierIndex: number | null;
  readonly maintenanceMargin: Decimal;
  /** Null where the ladder states neither a leverage nor a rate, or needs the open interest. */
  readonly initialMargin: Decimal | null;
  /** maintenanceMargin ÷ measure, ceiled, for display; null at 0. */
  readonly effectiveRate: Decimal | null;
  /** Whether the initial margin depends on open interest, which a point alone does not say. */
  readonly isByOpenInterest: boolean;
}

/** Decimals of the effective rate, which is shown and never decided by. */
const EFFECTIVE_RATE_DECIMALS = 8;

/**
 * A contract whose price is 1, so that notional and units are one number: the ladder alone speaks. Of a ladder over
 * notional the point is in the settlement asset; of one over size it is in units of the base at price 1.
 */
const AT_PRICE_ONE: Contract = {
  contract: 'ladder',
  type: 'linear',
  multiplier: ONE,
  base: 'base',
  quote: 'quote',
  settlementAsset: 'quote',
  tickSize: null,
  lotSize: null,
  group: 'ladder',
  expiresAt: null,
  positionSizeMax: null,
  openInterestMax: null,
  listing: 'listed',
};

/** The point of a ladder at a notional (or size) ≥ 0, by the same functions that evaluate accounts. */
export function ladderPoint(
  ladder: Ladder,
  measure: Decimal,
  precision: number,
  openInterestNotional: Decimal | null = null,
): LadderPoint {
  const context = { contract: AT_PRICE_ONE, ladder, precision };
  const tier = tierAt(ladder, measure, measure, openInterestNotional);
  const { maintenanceMargin } = marginedExposure(context, { units: measure, entryPrice: ONE }, ONE);
  const rated = initialMargin(context, measure, ONE, null, openInterestNotional);
  const statesInitial = tier.leverageMax !== null || tier.initialMarginRate !== null;
  return {
    measure,
    tier,
    tierIndex: ladder.model === 'step' ? ladder.tiers.indexOf(tier) : null,
    maintenanceMargin,
    isByOpenInterest: ladder.model === 'open-interest-scaled',
    initialMargin: statesInitial ? rated : null,
    effectiveRate: isPositive(measure) ? divide(maintenanceMargin, measure, EFFECTIVE_RATE_DECIMALS, 'ceil') : null,
  };
}

/** Exact text of a figure, or null. */
export function textOf(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}

/** For pictures only. */
export function floatOf(value: Decimal | null): number | null {
  return value === null ? null : toFloat(value);
}
