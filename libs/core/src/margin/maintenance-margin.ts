import { add, divide, isNegative, isZero, multiply, round, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Contract } from '../venue/index.ts';
import { notionalOf } from './exposure.ts';
import type { Ladder, MarginTier } from './ladder.ts';
import { tierAt } from './tier-at.ts';

/** Units of one contract that are margined together, with the entry price that an entry-based requirement uses. */
export interface Exposure {
  /** ≥ 0: |size| · multiplier after netting. */
  readonly units: Decimal;
  readonly entryPrice: Decimal;
}

/** Where and in what precision an exposure is margined. */
export interface MarginContext {
  readonly contract: Contract;
  readonly ladder: Ladder;
  /** Decimals of the settlement asset. */
  readonly precision: number;
}

/** An exposure at one price; amounts in the settlement asset. */
export interface MarginedExposure {
  readonly notional: Decimal;
  /** The tier that the maintenance margin is read from. */
  readonly tier: MarginTier;
  readonly maintenanceMargin: Decimal;
}

/**
 * Maintenance margin of an exposure at a price: notional · (r + f) − d, never below 0, ceiled at the settlement asset's
 * precision. With `maintenanceBasis: entry`, r and d are those of the entry notional: r · N_entry + f · N − d.
 */
export function marginedExposure(context: MarginContext, exposure: Exposure, price: Decimal): MarginedExposure {
  const { contract, ladder, precision } = context;
  const notional = notionalOf(contract, exposure.units, price, precision);
  if (ladder.maintenanceBasis === 'mark') {
    const tier = tierAt(ladder, notional, exposure.units, null);
    const deduction = deductionAmount(context, tier, price);
    const exact = subtract(multiply(notional, tier.maintenanceRateWithFee), deduction);
    return { notional, tier, maintenanceMargin: amount(exact, precision) };
  }
  const entryNotional = notionalOf(contract, exposure.units, exposure.entryPrice, precision);
  const tier = tierAt(ladder, entryNotional, exposure.units, null);
  const deduction = deductionAmount(context, tier, exposure.entryPrice);
  const rated = add(multiply(entryNotional, tier.maintenanceMarginRate), multiply(notional, ladder.closeFeeRate));
  return { notional, tier, maintenanceMargin: amount(subtract(rated, deduction), precision) };
}

/**
 * The deduction of a tier in the settlement asset. Of a ladder over size it stands in units and is worth
 * `d · price` (linear) or `d ÷ price`, floored (inverse).
 */
function deductionAmount(context: MarginContext, tier: MarginTier, price: Decimal): Decimal {
  const { contract, ladder, precision } = context;
  const deduction = tier.maintenanceDeduction;
  if (ladder.model !== 'step' || ladder.basis === 'notional' || isZero(deduction)) return deduction;
  return contract.type === 'linear' ? multiply(deduction, price) : divide(deduction, price, precision, 'floor');
}

function amount(value: Decimal, precision: number): Decimal {
  return isNegative(value) ? ZERO : round(value, precision, 'ceil');
}
