import {
  absolute,
  add,
  divide,
  lessThan,
  maximum,
  minimum,
  multiply,
  round,
  subtract,
  ZERO,
  decimal,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { FeeRules } from './liquidation-rules.ts';

/** A fill and what it is held against, all in the pool's asset; cash deltas, + is received by the account. */
export interface FilledPart {
  readonly received: Decimal;
  readonly bankruptcyAmount: Decimal;
}

/** ≥ 0, floored; together never more than what the fill brings above the bankruptcy amount. */
export interface LiquidationFees {
  readonly fee: Decimal;
  readonly fundFee: Decimal;
}

/**
 * fee = max(0, min(feeRate · |received|, received − bankruptcyAmount)), then the fund's fee likewise out of what that
 * leaves, at most `fundFeeShareMax` of it: a penalty never makes an account negative. `elapsed` is the time since the
 * liquidation began, in milliseconds. Sources: dYdX v4 (`min(|notional| · maxFee, received − bankruptcy)`), Drift v2
 * (`calculate_perp_if_fee`: 0.95 of what equity leaves above the liquidator's fee).
 */
export function liquidationFees(
  { received, bankruptcyAmount }: FilledPart,
  rules: FeeRules,
  elapsed: number,
  precision: number,
): LiquidationFees {
  const filled = absolute(received);
  const above = maximum(ZERO, subtract(received, bankruptcyAmount));
  const fee = round(minimum(multiply(feeRateAt(rules, elapsed), filled), above), precision, 'floor');
  const left = multiply(subtract(above, fee), rules.fundFeeShareMax);
  const fundFee = round(minimum(multiply(rules.fundFeeRate, filled), left), precision, 'floor');
  return { fee, fundFee };
}

/** The first fee's rate: `feeRate` within the grace, then feeRate + elapsed · ratePerSecond up to `rateMax`. Source: Drift v2. */
export function feeRateAt({ feeRate, escalation }: FeeRules, elapsed: number): Decimal {
  if (escalation === null || elapsed < escalation.graceMilliseconds) return feeRate;
  const grown = divide(multiply(decimal(BigInt(elapsed)), escalation.ratePerSecond), THOUSAND, RATE_DECIMALS, 'floor');
  return lessThan(escalation.rateMax, feeRate) ? feeRate : minimum(escalation.rateMax, add(feeRate, grown));
}

const THOUSAND = decimal(1000n);
/** Decimals of a rate that has grown. */
const RATE_DECIMALS = 12;
