import { add, multiply, ONE } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { ContractMarket, Market } from '../venue/index.ts';

/**
 * The market with the mark, index and last good mark price of every contract moved by one share, so that no mark leaves
 * a band that it was in. Prices of collateral stay: whatever counts as money does not fall with what is traded for it.
 */
export function shockedMarket(market: Market, shock: Decimal): Market {
  const factor = add(ONE, shock);
  const moved = (price: Decimal | null) => (price === null ? null : multiply(price, factor));
  const contracts: Record<string, ContractMarket> = {};
  for (const [contract, row] of Object.entries(market.contracts)) {
    contracts[contract] = {
      ...row,
      markPrice: moved(row.markPrice),
      indexPrice: moved(row.indexPrice),
      lastGoodMarkPrice: moved(row.lastGoodMarkPrice),
    };
  }
  return { ...market, contracts };
}
