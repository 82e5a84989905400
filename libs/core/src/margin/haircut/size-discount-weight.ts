import { add, compare, decimal, divide, isNegative, multiply, ONE, squareRoot, subtract } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { SizeDiscount } from './haircut.ts';

/** 1.1, the numerator of the published formula. */
const NUMERATOR = decimal(11n, 1);

/**
 * min(weight, 1.1 / (1 + factor · √amount)), the quotient floored once at `rateDecimals`; amount ≥ 0 of the asset.
 *
 * Source: Drift protocol v2, size discount of an asset's weight (`drift-haircut-*` of the published vectors).
 * The floor is exact although √amount is irrational: a candidate from below is compared by squares.
 */
export function sizeDiscountWeight(
  discount: Pick<SizeDiscount, 'weight' | 'factor'>,
  amount: Decimal,
  rateDecimals: number,
): Decimal {
  const { weight, factor } = discount;
  // (factor · √amount)², so that every comparison below is between rational numbers.
  const growthSquared = multiply(multiply(factor, factor), amount);
  if (isWithin(weight, growthSquared)) return weight;
  // From below: a root too large by at most 10^-6 of the last decimal leaves the quotient at most one unit short.
  const growth = squareRoot(growthSquared, rateDecimals + 6, 'ceil');
  const fromBelow = divide(NUMERATOR, add(ONE, growth), rateDecimals, 'floor');
  const next = add(fromBelow, decimal(1n, rateDecimals));
  return isWithin(next, growthSquared) ? next : fromBelow;
}

/** rate ≤ 1.1 / (1 + growth), as rate · growth ≤ 1.1 − rate with both sides squared. */
function isWithin(rate: Decimal, growthSquared: Decimal): boolean {
  const room = subtract(NUMERATOR, rate);
  if (isNegative(room)) return false;
  return compare(multiply(multiply(rate, rate), growthSquared), multiply(room, room)) <= 0;
}
