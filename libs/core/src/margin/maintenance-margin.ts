import { add, divide, isNegative, multiply, round, subtract, ZERO } from '../num/index.ts';
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

/**
 * Maintenance margin of an exposure at a price, in the settlement asset: notional · (r + f) − d, never below 0, ceiled
 * at the asset's precision. With `maintenanceBasis: entry`, r and d are those of the entry notional: r · N_entry + f · N − d.
 */
export function maintenanceMargin(context: MarginContext, exposure: Exposure, price: Decimal): Decimal {
  const { contract, ladder, precision } = context;
  if (exposure.units.coefficient === 0n) return ZERO;
  const notional = notionalOf(contract, exposure.units, price, precision);
  if (ladder.maintenanceBasis === 'mark') {
    const tier = tierAt(ladder, notional, exposure.units, null);
    const deduction = deductionAmount(context, tier, price);
    return amount(subtract(multiply(notional, tier.maintenanceRateWithFee), deduction), precision);
  }
  const entryNotional = notionalOf(contract, exposure.units, exposure.entryPrice, precision);
  const tier = tierAt(ladder, entryNotional, exposure.units, null);
  const deduction = deductionAmount(context, tier, exposure.entryPrice);
  const rated = add(multiply(entryNotional, tier.maintenanceMarginRate), multiply(notional, ladder.closeFeeRate));
  return amount(subtract(rated, deduction), precision);
}

/** The tier that an exposure's maintenance margin is read from at a price. */
export function maintenanceTier(context: MarginContext, exposure: Exposure, price: Decimal): MarginTier {
  const at = context.ladder.maintenanceBasis === 'mark' ? price : exposure.entryPrice;
  const notional = notionalOf(context.contract, exposure.units, at, context.precision);
  return tierAt(context.ladder, notional, exposure.units, null);
}

/**
 * The deduction of a tier in the settlement asset. Of a ladder over size it stands in units and is worth
 * `d · price` (linear) or `d ÷ price`, floored (inverse).
 */
export function deductionAmount(context: MarginContext, tier: MarginTier, price: Decimal): Decimal {
  const { contract, ladder, precision } = context;
  const deduction = tier.maintenanceDeduction;
  if (ladder.model !== 'step' || ladder.basis === 'notional' || deduction.coefficient === 0n) return deduction;
  return contract.type === 'linear' ? multiply(deduction, price) : divide(deduction, price, precision, 'floor');
}

function amount(value: Decimal, precision: number): Decimal {
  return isNegative(value) ? ZERO : round(value, precision, 'ceil');
}
