import { divide, isPositive, isZero, lessThan, minimum, multiply, negate, ONE, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { ConversionRules } from './liquidation-rules.ts';

/** What a pool holds of one asset. */
export interface HeldAsset {
  readonly asset: string;
  /** Without pnl; only this can be sold. */
  readonly balance: Decimal;
  /** balance + Σ pnl settled in it. */
  readonly net: Decimal;
  /** Realizable price in the pool's asset; > 0. */
  readonly price: Decimal;
  /** Decimals of the asset. */
  readonly precision: number;
}

/** A sale of one asset for another; both amounts > 0. */
export interface Conversion {
  readonly sold: string;
  readonly soldAmount: Decimal;
  readonly bought: string;
  readonly boughtAmount: Decimal;
  readonly discount: Decimal;
}

/**
 * The next sale of collateral: for the first asset, by name, whose net is below its limit (once no position is left: below
 * zero), the first asset of the declared order that has something to sell. It sells as much as brings the net to zero at the
 * realizable price less the discount, at most what is there; null where nothing is to be or can be sold. What is sold ceils,
 * what it brings floors.
 */
export function nextConversion(
  held: readonly HeldAsset[],
  rules: ConversionRules,
  hasPositions: boolean,
): Conversion | null {
  const short = held
    .filter(({ asset, net }) => lessThan(net, hasPositions ? (rules.netMin.get(asset) ?? ZERO) : ZERO))
    .toSorted((a, b) => (a.asset < b.asset ? -1 : 1));
  for (const debt of short) {
    for (const { asset, discount } of rules.sales) {
      const source = held.find((each) => each.asset === asset);
      if (source === undefined || source === debt) continue;
      const sale = saleOf(source, debt, discount);
      if (sale !== null) return sale;
    }
  }
  return null;
}

function saleOf(source: HeldAsset, debt: HeldAsset, discount: Decimal): Conversion | null {
  const sellable = minimum(source.balance, source.net);
  const price = multiply(source.price, subtract(ONE, discount));
  if (!isPositive(sellable) || !isPositive(price)) return null;
  const needed = divide(multiply(negate(debt.net), debt.price), price, source.precision, 'ceil');
  const soldAmount = minimum(needed, sellable);
  const brought = divide(multiply(soldAmount, price), debt.price, debt.precision, 'floor');
  if (isZero(brought)) return null;
  return { sold: source.asset, soldAmount, bought: debt.asset, boughtAmount: brought, discount };
}
