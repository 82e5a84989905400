import {
  add,
  compare,
  isNegative,
  isPositive,
  maximum,
  multiply,
  negate,
  ONE,
  round,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { collateralValue } from '../margin/index.ts';
import type { Haircut } from '../margin/index.ts';

/** One asset of a pool: what is held of it and how it counts. */
export interface AssetHolding {
  readonly asset: string;
  /** Balance + pending funding, without pnl. */
  readonly balance: Decimal;
  /** Σ unrealized pnl settled in it. */
  readonly pnl: Decimal;
  /** Price by the haircut's rule, for equity; in the pool's asset. */
  readonly price: Decimal;
  /** Index price, for solvency and for what is owed in the asset. */
  readonly realizablePrice: Decimal;
  /** Null where nothing is converted: price and weight are then 1. */
  readonly haircut: Haircut | null;
  readonly totalDeposits: Decimal | null;
}

/** What a pool is worth, with and without haircut. */
export interface PoolValue {
  readonly equity: Decimal;
  readonly accountValue: Decimal;
  /** Equity if the net of one asset were something else, all others held. */
  readonly equityWith: (asset: string, net: Decimal) => Decimal;
  /** Assets whose counted value was cut to their share of the pool. */
  readonly cutAssets: readonly string[];
}

/**
 * Equity = Σ net · price · weight (a debt at weight ≥ 1), accountValue = Σ net · realizable price, net = balance + pending
 * funding + pnl of the asset; each term floored at the pool asset's precision. Null where a haircut scales with the
 * venue's deposits and these are not known.
 */
export function poolValue(holdings: readonly AssetHolding[], precision: number): PoolValue | null {
  const parts: Decimal[] = [];
  let accountValue = ZERO;
  for (const holding of holdings) {
    const net = add(holding.balance, holding.pnl);
    const part = countedValue(holding, net, precision);
    if (part === null) return null;
    parts.push(part);
    accountValue = add(accountValue, realizableValue(holding, net, precision));
  }
  const cut = shareCut(holdings, parts, precision);
  return {
    equity: cut.equity,
    accountValue,
    cutAssets: cut.cutAssets,
    equityWith: (asset, net) => {
      const index = holdings.findIndex((holding) => holding.asset === asset);
      const holding = holdings[index];
      const before = parts[index];
      if (holding === undefined || before === undefined) return cut.equity;
      const part = countedValue(holding, net, precision) ?? before;
      if (!cut.isCapped) return add(subtract(cut.equity, before), part);
      return shareCut(holdings, parts.with(index, part), precision).equity;
    },
  };
}

/** Realizable value of an amount of the holding's asset, floored at `precision`. */
export function realizableValue(holding: AssetHolding, net: Decimal, precision: number): Decimal {
  if (holding.haircut === null) return net;
  return round(multiply(net, holding.realizablePrice), precision, 'floor');
}

/** An amount owed in the holding's asset, in the pool's asset: at the realizable price, ceiled at `precision`. */
export function owedValue(holding: AssetHolding, amount: Decimal, precision: number): Decimal {
  if (holding.haircut === null) return amount;
  return round(multiply(amount, holding.realizablePrice), precision, 'ceil');
}

/** Growth of equity per unit of the asset near its present net: price · marginal weight, found over one unit of it. */
export function equityPerUnit(holding: AssetHolding, precision: number): Decimal {
  if (holding.haircut === null) return ONE;
  const net = add(holding.balance, holding.pnl);
  const here = countedValue(holding, net, precision);
  const beside = countedValue(holding, subtract(net, ONE), precision);
  return here === null || beside === null ? holding.price : add(here, negate(beside));
}

/** A debt costs what the asset sells for even where the haircut's rule would count a holding of it at less. */
function countedValue(holding: AssetHolding, net: Decimal, precision: number): Decimal | null {
  const { haircut, totalDeposits, realizablePrice } = holding;
  if (haircut === null) return net;
  const price = isNegative(net) ? maximum(holding.price, realizablePrice) : holding.price;
  return collateralValue({ haircut, net, price, precision, totalDeposits });
}

interface ShareCut {
  readonly equity: Decimal;
  readonly cutAssets: readonly string[];
  readonly isCapped: boolean;
}

/** Each asset counts at most its `shareMax` of what all assets count together before the cut; debts are not cut. */
function shareCut(holdings: readonly AssetHolding[], parts: readonly Decimal[], precision: number): ShareCut {
  let equity = ZERO;
  for (const part of parts) equity = add(equity, part);
  if (holdings.every(({ haircut }) => (haircut?.shareMax ?? null) === null)) {
    return { equity, cutAssets: [], isCapped: false };
  }
  let counted = ZERO;
  for (const part of parts) if (isPositive(part)) counted = add(counted, part);
  const cutAssets: string[] = [];
  holdings.forEach(({ asset, haircut }, index) => {
    const part = parts[index] ?? ZERO;
    const shareMax = haircut?.shareMax ?? null;
    if (shareMax === null || !isPositive(part)) return;
    const largest = round(multiply(counted, shareMax), precision, 'floor');
    if (compare(part, largest) <= 0) return;
    equity = add(equity, subtract(largest, part));
    cutAssets.push(asset);
  });
  return { equity, cutAssets, isCapped: true };
}
