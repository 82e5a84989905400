import { absolute, compare, isNegative, isPositive, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { compareRisk } from '../margin/index.ts';
import type { RiskFigures } from '../margin/index.ts';
import type { AccountOrder } from './liquidation-rules.ts';

/** A scope that is to be liquidated, as the order of accounts looks at it; amounts in one asset for all. */
export interface LiquidationCandidate extends RiskFigures {
  /** Ties go to the smaller one, in code-unit order. */
  readonly id: string;
  readonly accountValue: Decimal;
  readonly notional: Decimal;
  /** The limit of its first order and the mark price there; null where it has no order or no price binds it. */
  readonly limit: { readonly price: Decimal; readonly markPrice: Decimal } | null;
}

/** Sort comparator for `order`: negative where a is to be liquidated before b. Compared without a quotient. */
export function compareCandidates(order: AccountOrder): (a: LiquidationCandidate, b: LiquidationCandidate) => number {
  const decide = ORDERS[order];
  return (a, b) => decide(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

type Comparator = (a: LiquidationCandidate, b: LiquidationCandidate) => number;

const ORDERS: Readonly<Record<AccountOrder, Comparator>> = {
  risk: byRisk,
  /** |limit ÷ mark − 1|, then notional; larger first. Source: dYdX v4, `SortLiquidationOrders`. */
  'limit-distance': (a, b) => byDistance(a, b) || byNotional(a, b),
  'largest-notional': (a, b) => byNotional(a, b) || byRisk(a, b),
  'largest-deficit': (a, b) => byDeficit(a, b) || byRisk(a, b),
};

function byRisk(a: LiquidationCandidate, b: LiquidationCandidate): number {
  return compareRisk(b, a);
}

function byNotional(a: LiquidationCandidate, b: LiquidationCandidate): number {
  return compare(b.notional, a.notional);
}

/** A deficit is what account value is below zero; whoever has one comes before all who have none. */
function byDeficit(a: LiquidationCandidate, b: LiquidationCandidate): number {
  if (!isNegative(a.accountValue) && !isNegative(b.accountValue)) return 0;
  return compare(a.accountValue, b.accountValue);
}

/** Those without a limit come last: nothing says how far they have to go. */
function byDistance({ limit: a }: LiquidationCandidate, { limit: b }: LiquidationCandidate): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  if (!isPositive(a.markPrice) || !isPositive(b.markPrice)) return 0;
  const left = multiply(absolute(subtract(a.price, a.markPrice)), b.markPrice);
  const right = multiply(absolute(subtract(b.price, b.markPrice)), a.markPrice);
  return compare(right, left);
}
