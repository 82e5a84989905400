import type { Decimal } from '../num/index.ts';
import { TICK_WHERE_UNKNOWN } from '../venue/index.ts';
import { priceOf, zeroCrossing } from './affine.ts';
import type { ContractBook } from './contract-book.ts';

/**
 * The mark price at which accountValue = 0, everything but this contract's price held; for display. `valueElse` is the
 * account value without this contract's pnl and `assetPrice` the price of its settlement asset, both in the pool's asset.
 * On the tick grid, rounded toward solvency (up where the account loses below it); null where there is none above zero.
 */
export function bankruptcyPrice(book: ContractBook, valueElse: Decimal, assetPrice: Decimal): Decimal | null {
  return priceOf(zeroCrossing(book, valueElse, assetPrice), book.context.contract.tickSize ?? TICK_WHERE_UNKNOWN);
}
