import { maximum, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';

/** What a cap leaves after what was drawn under it; never below zero, null where there is no cap. Source: dYdX v4, block limits. */
export function capLeft(cap: Decimal | null, drawn: Decimal): Decimal | null {
  return cap === null ? null : maximum(ZERO, subtract(cap, drawn));
}
