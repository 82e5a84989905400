import {
  add,
  decimal,
  divideToStep,
  greaterOrEqual,
  isPositive,
  lessThan,
  maximum,
  minimum,
  multiply,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { marginedExposure, notionalOf } from '../margin/index.ts';
import type { MarginTier } from '../margin/index.ts';
import { lotOfLeg, wholeStep } from './leg.ts';
import type { SizedLeg } from './leg.ts';
import { priceOfTier, tierOfUnits } from './tiers-down.ts';

/** What a scope lacks and what closing costs; amounts in the pool's asset. */
export interface Shortage {
  readonly equity: Decimal;
  readonly maintenanceMargin: Decimal;
  /** b, ≥ 1. */
  readonly exitBuffer: Decimal;
  /** feeRate + fundFeeRate + |mark − assumed fill| ÷ mark: what closing costs, as a share of the notional closed. */
  readonly costRate: Decimal;
  /** Share of the shortage that is to be taken. */
  readonly share: Decimal;
}

/** Past so many tier borders a step closes the whole leg. */
const BORDERS_MAX = 256;

/**
 * The fewest whole lots to close so that equity ≥ b · maintenanceMargin at the assumed fill:
 * units = (b·maintenanceMargin − equity) ÷ (P·(b·r − feeRate − fundFeeRate) − x), again from each tier border with what is
 * lacking there; whole where closing brings nothing (denominator ≤ 0) or not enough. Source: Drift v2,
 * `calculate_base_asset_amount_to_cover_margin_shortage`.
 */
export function shortageSize(leg: SizedLeg, shortage: Shortage): Decimal {
  const whole = wholeStep(leg);
  if (leg.exposedUnits === null || !isPositive(lackingAfter(leg, shortage, ZERO))) return whole;
  let closed = ZERO;
  for (let border = 0; border < BORDERS_MAX; border += 1) {
    const needed = neededAt(leg, shortage, closed);
    const toBorder = borderBelow(leg, closed);
    if (toBorder === null && needed === null) return whole;
    if (needed !== null && (toBorder === null || lessThan(needed, toBorder))) {
      return fewest(leg, shortage, add(closed, needed), whole);
    }
    if (toBorder === null) return whole;
    closed = add(closed, toBorder);
    if (greaterOrEqual(closed, whole)) return whole;
    if (!isPositive(lackingAfter(leg, shortage, closed))) return fewest(leg, shortage, closed, whole);
  }
  return whole;
}

/** Rounded amounts may make a lot more or fewer do: the fewest around a size that is near. */
function fewest(leg: SizedLeg, shortage: Shortage, near: Decimal, whole: Decimal): Decimal {
  const lot = lotOfLeg(leg);
  let size = near;
  for (let tried = 0; tried < LOTS_AROUND && isPositive(lackingAfter(leg, shortage, size)); tried += 1) {
    size = add(size, lot);
    if (greaterOrEqual(size, whole)) return whole;
  }
  for (let tried = 0; tried < LOTS_AROUND; tried += 1) {
    const fewer = subtract(size, lot);
    if (!isPositive(fewer) || isPositive(lackingAfter(leg, shortage, fewer))) break;
    size = fewer;
  }
  return minimum(size, whole);
}

const LOTS_AROUND = 4;

/** share · (b·maintenanceMargin − equity) of the present less what closing so many contracts makes up for. */
function lackingAfter(leg: SizedLeg, shortage: Shortage, closed: Decimal): Decimal {
  const { exitBuffer, equity, maintenanceMargin, share, costRate } = shortage;
  const lacking = subtract(multiply(exitBuffer, maintenanceMargin), equity);
  const kept = multiply(lacking, subtract(ONE, share));
  const released = subtract(maintenanceWithout(leg, ZERO), maintenanceWithout(leg, closed));
  const cost = multiply(notionalOfSize(leg, closed), costRate);
  return subtract(add(subtract(lacking, multiply(exitBuffer, released)), cost), kept);
}

const ONE = decimal(1n);

/** Contracts that make up for what is lacking once `closed` are closed, at the tier's rate there; null where none do. */
function neededAt(leg: SizedLeg, shortage: Shortage, closed: Decimal): Decimal | null {
  const { exitBuffer, costRate } = shortage;
  const { contract, ladder } = leg.context;
  const tier = tierOfUnits(leg, remainingUnits(leg, closed));
  const lacking = lackingAfter(leg, shortage, closed);
  const { perUnit, divisor } = gainPerUnit(leg, tier, exitBuffer, costRate, ladder.closeFeeRate);
  if (!isPositive(perUnit)) return null;
  const value = multiply(multiply(perUnit, contract.multiplier), leg.assetPrice);
  return maximum(ZERO, divideToStep(multiply(lacking, divisor), value, lotOfLeg(leg), 'ceil'));
}

/** P·(b·r − costs) of one unit in the settlement asset, as a quotient that is not divided yet. */
function gainPerUnit(leg: SizedLeg, tier: MarginTier, buffer: Decimal, costRate: Decimal, closeFeeRate: Decimal) {
  const { contract, ladder } = leg.context;
  const { markPrice: mark, entryPrice: entry } = leg;
  if (ladder.maintenanceBasis === 'mark') {
    const rate = subtract(multiply(buffer, tier.maintenanceRateWithFee), costRate);
    return contract.type === 'linear'
      ? { perUnit: multiply(mark, rate), divisor: ONE }
      : { perUnit: rate, divisor: mark };
  }
  const entryRate = multiply(buffer, tier.maintenanceMarginRate);
  const markRate = subtract(multiply(buffer, closeFeeRate), costRate);
  return contract.type === 'linear'
    ? { perUnit: add(multiply(entry, entryRate), multiply(mark, markRate)), divisor: ONE }
    : { perUnit: add(multiply(mark, entryRate), multiply(entry, markRate)), divisor: multiply(mark, entry) };
}

/** Contracts to close from there until the exposure is at or below its tier's floor; null in the lowest tier. */
function borderBelow(leg: SizedLeg, closed: Decimal): Decimal | null {
  const { ladder, contract } = leg.context;
  const units = remainingUnits(leg, closed);
  if (ladder.model !== 'step' || !isPositive(units)) return null;
  const { floor } = tierOfUnits(leg, units);
  if (!isPositive(floor)) return null;
  const price = priceOfTier(leg);
  const { multiplier, type } = contract;
  const lot = lotOfLeg(leg);
  let above: Decimal;
  if (ladder.basis === 'size') above = divideToStep(subtract(units, floor), multiplier, lot, 'ceil');
  else if (type === 'linear') {
    above = divideToStep(subtract(multiply(units, price), floor), multiply(multiplier, price), lot, 'ceil');
  } else above = divideToStep(subtract(units, multiply(floor, price)), multiplier, lot, 'ceil');
  return isPositive(above) ? above : lot;
}

function maintenanceWithout(leg: SizedLeg, closed: Decimal): Decimal {
  const units = remainingUnits(leg, closed);
  if (!isPositive(units)) return ZERO;
  const exposure = { units, entryPrice: leg.entryPrice };
  return multiply(marginedExposure(leg.context, exposure, leg.markPrice).maintenanceMargin, leg.assetPrice);
}

function notionalOfSize(leg: SizedLeg, size: Decimal): Decimal {
  const { contract, precision } = leg.context;
  const units = multiply(size, contract.multiplier);
  return multiply(notionalOf(contract, units, leg.markPrice, precision), leg.assetPrice);
}

function remainingUnits(leg: SizedLeg, closed: Decimal): Decimal {
  const { exposedUnits, context } = leg;
  return exposedUnits === null ? ZERO : subtract(exposedUnits, multiply(closed, context.contract.multiplier));
}
