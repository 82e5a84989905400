import type { CollateralHaircutDocument } from '@backstop/core/kinds/collateral-haircut';
import type { AssetMarketWords } from '../builders/market-of.ts';
import { exact, exactOrNull, floorAt, NOTHING, roundAt, total } from './exact.ts';
import type { Exact } from './exact.ts';

/** Prices of an asset: what it counts at, what a debt in it counts at, and what it sells for. */
export interface SlowPrices {
  readonly counted: Exact;
  readonly realizable: Exact;
  readonly totalDeposits: Exact | null;
}

/** The prices that the haircut's rule gives; null where one that it needs is missing. */
export function slowPrices(
  haircut: CollateralHaircutDocument,
  words: AssetMarketWords | undefined,
  isValuationAsset: boolean,
): SlowPrices | null {
  const row = typeof words === 'string' ? { price: words } : (words ?? {});
  const totalDeposits = exactOrNull(row.totalDeposits);
  if (haircut.model === 'deposits' && totalDeposits === null) return null;
  if (isValuationAsset) return { counted: exact('1'), realizable: exact('1'), totalDeposits };
  const index = exactOrNull(row.price);
  const redemption = exactOrNull(row.redemptionPrice);
  const seen = { index: [index], redemption: [redemption], lowest: [index, redemption] }[haircut.priceRule.source];
  const floor = exactOrNull(haircut.priceRule.floorPrice);
  let lowest: Exact | null = null;
  for (const price of seen) {
    if (price === null) return null;
    if (lowest === null || price.lessThan(lowest)) lowest = price;
  }
  if (lowest === null || index === null) return null;
  return { counted: floor?.greaterThan(lowest) === true ? floor : lowest, realizable: index, totalDeposits };
}

/** What a net amount of an asset adds to equity, rounded down. */
export function slowCounted(
  haircut: CollateralHaircutDocument,
  net: Exact,
  { counted, realizable, totalDeposits }: SlowPrices,
  precision: number,
): Exact {
  if (net.isZero()) return NOTHING;
  if (net.isNegative()) {
    // A debt is never owed at less than it costs to buy.
    const price = counted.greaterThan(realizable) ? counted : realizable;
    return floorAt(net.times(price).times(debtWeight(haircut, net.negated())), precision);
  }
  const value = net.times(counted);
  switch (haircut.model) {
    case 'ladder':
      return floorAt(ladderValue(haircut, value), precision);
    case 'size-discount': {
      const discounted = exact('1.1').dividedBy(net.squareRoot().times(haircut.factor).plus(1));
      const floored = floorAt(discounted, haircut.rateDecimals);
      const weight = discounted.greaterThanOrEqualTo(haircut.weight) ? exact(haircut.weight) : floored;
      return floorAt(value.times(weight), precision);
    }
    case 'deposits': {
      if (totalDeposits === null) throw new Error('deposits were shown to be known');
      const deposits = totalDeposits.times(counted);
      const scaled = floorAt(
        exact(haircut.weight).times(haircut.depositsStart).dividedBy(deposits),
        haircut.rateDecimals,
      );
      return floorAt(value.times(deposits.greaterThan(haircut.depositsStart) ? scaled : haircut.weight), precision);
    }
  }
}

function ladderValue(haircut: Extract<CollateralHaircutDocument, { model: 'ladder' }>, value: Exact): Exact {
  return total(
    haircut.tiers.map(({ valueFloor, valueCap, weight }) => {
      const cap = exactOrNull(valueCap);
      const end = cap?.lessThan(value) === true ? cap : value;
      return end.greaterThan(valueFloor) ? end.minus(valueFloor).times(weight) : NOTHING;
    }),
  );
}

function debtWeight({ liability, rateDecimals }: CollateralHaircutDocument, amount: Exact): Exact {
  if (liability === null) return exact('1');
  const stated = exact(liability.weight);
  const grown = stated.times('0.8').plus(amount.squareRoot().times(liability.factor));
  if (grown.lessThanOrEqualTo(stated)) return stated;
  const rounded = roundAt(grown, rateDecimals, liability.rounding);
  return rounded.greaterThan(stated) ? rounded : stated;
}
