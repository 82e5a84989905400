import { maximum, minimum } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { AssetMarket } from '../../venue/index.ts';
import type { Haircut } from './haircut.ts';

/**
 * The price at which an asset counts, in the valuation asset per unit, by the haircut's price rule; exact.
 *
 * null where a source that the rule names is missing: a floor price guarantees against a fall, it does not stand
 * in for a price nobody has seen.
 */
export function assetPrice(haircut: Pick<Haircut, 'priceRule'>, market: AssetMarket): Decimal | null {
  const { source, floorPrice } = haircut.priceRule;
  const seen = seenPrice(source, market);
  return seen === null || floorPrice === null ? seen : maximum(seen, floorPrice);
}

function seenPrice(source: 'index' | 'redemption' | 'lowest', market: AssetMarket): Decimal | null {
  if (source === 'index') return market.price;
  if (source === 'redemption') return market.redemptionPrice;
  return market.price === null || market.redemptionPrice === null
    ? null
    : minimum(market.price, market.redemptionPrice);
}
