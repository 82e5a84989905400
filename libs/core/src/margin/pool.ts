import { isPositive, lessThan } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { bookMaintenance, bookPnl } from './contract-book.ts';
import type { ContractBook } from './contract-book.ts';

/**
 * A pool seen from one of its contracts, everything else held: what equity and requirement become when this
 * contract's pnl and maintenance margin (both in its settlement asset) become something else.
 */
export interface PoolAround {
  readonly equityWith: (pnl: Decimal) => Decimal;
  readonly requirementWith: (maintenance: Decimal) => Decimal;
  /** Growth of equity per unit of pnl near the present state: price · weight; only steers the search. */
  readonly equityPerPnl: Decimal;
  /** Growth of the requirement per unit of maintenance margin: the settlement asset's price. */
  readonly requirementPerMaintenance: Decimal;
}

/** A scope is liquidatable iff maintenanceMargin > 0 and equity < maintenanceMargin. Source: dYdX v4, `IsLiquidatable`. */
export function isLiquidatable(equity: Decimal, maintenanceMargin: Decimal): boolean {
  return isPositive(maintenanceMargin) && lessThan(equity, maintenanceMargin);
}

/** Whether the pool is liquidatable when this contract's mark price is `price` (> 0); the tier is re-read at it. */
export function isLiquidatableAt(book: ContractBook, pool: PoolAround, price: Decimal): boolean {
  return isLiquidatable(pool.equityWith(bookPnl(book, price)), pool.requirementWith(bookMaintenance(book, price)));
}
