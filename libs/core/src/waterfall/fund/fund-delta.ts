import { add, isNegative, multiply, round, subtract } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { FundInflows } from './fund-rules.ts';

/** One fill of a liquidation, in the asset of the compartment; cash deltas of the account, + is received by it. */
export interface LiquidationFill {
  /** What the fill brought; negative where a short was bought back. */
  readonly received: Decimal;
  /** What it had to bring so that the account's share of equity is spent exactly once. */
  readonly bankruptcyAmount: Decimal;
  /** ≥ 0, and never more than `received − bankruptcyAmount` where that is above zero. */
  readonly fee: Decimal;
}

/**
 * What a fill does to the fund: below its bankruptcy amount all that is missing, to be paid; at or above it the fund's shares
 * of the fee and of what is left above the fee. What it receives is floored at `precision`, what it pays is too: ceiled in size.
 *
 * Source: POLICIES, insurance fund; dYdX v4, `GetLiquidationInsuranceFundDelta`, whose fund takes the fee and no surplus.
 */
export function fundDelta(
  { received, bankruptcyAmount, fee }: LiquidationFill,
  inflows: FundInflows,
  precision: number,
): Decimal {
  const above = subtract(received, bankruptcyAmount);
  if (isNegative(above)) return round(above, precision, 'floor');
  const surplus = subtract(above, fee);
  return round(add(multiply(fee, inflows.feeShare), multiply(surplus, inflows.surplusShare)), precision, 'floor');
}
