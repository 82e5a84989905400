import { lessThan } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { LayerLimit } from './waterfall-outcome.ts';

/** Something that keeps a layer from bearing more. */
export interface Bound {
  readonly limit: LayerLimit;
  /** ≥ 0: the most that it lets through. */
  readonly amount: Decimal;
}

/** The tightest of some bounds, the first of equals; null for none. */
export function tightest(bounds: readonly Bound[]): Bound | null {
  let found: Bound | null = null;
  for (const bound of bounds) {
    if (found === null || lessThan(bound.amount, found.amount)) found = bound;
  }
  return found;
}
