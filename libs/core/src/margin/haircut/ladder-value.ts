import { add, compare, multiply, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { HaircutTier } from './haircut.ts';

/** Σ over tiers of (the slice of `value` in the tier) · weight; value ≥ 0; exact, in the valuation asset. */
export function ladderValue(tiers: readonly HaircutTier[], value: Decimal): Decimal {
  let counted = ZERO;
  for (const { valueFloor, valueCap, weight } of tiers) {
    if (compare(value, valueFloor) <= 0) break;
    const end = valueCap === null || compare(value, valueCap) < 0 ? value : valueCap;
    counted = add(counted, multiply(subtract(end, valueFloor), weight));
  }
  return counted;
}
