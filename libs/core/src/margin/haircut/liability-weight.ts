import { add, decimal, lessOrEqual, maximum, multiply, round, squareRoot } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { LiabilityWeighting } from './haircut.ts';

/** 0.8, the share of the stated weight from which the growth starts. */
const START = decimal(8n, 1);
/** 0.04 = (1 − 0.8)²: while the square of the growth is at most this share of weight², the stated weight stands. */
const UNGROWN = decimal(4n, 2);

/**
 * max(weight, 0.8 · weight + factor · √amount), the sum rounded once at `rateDecimals` in the declared direction and
 * never below the stated weight; amount ≥ 0 owed.
 *
 * Source: Drift protocol v2, liability weight by size (`drift-liabw-*` of the published vectors, which truncate).
 */
export function liabilityWeight(liability: LiabilityWeighting, amount: Decimal, rateDecimals: number): Decimal {
  const { weight, factor, rounding } = liability;
  const growthSquared = multiply(multiply(factor, factor), amount);
  if (lessOrEqual(growthSquared, multiply(UNGROWN, multiply(weight, weight)))) return weight;
  const start = multiply(START, weight);
  // The root is cut no coarser than the exact addend, so that cutting the sum again gives what one cut would.
  const growth = squareRoot(growthSquared, Math.max(rateDecimals, start.scale), rounding);
  return maximum(weight, round(add(start, growth), rateDecimals, rounding));
}
