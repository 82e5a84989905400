import { decimal, divide, floatOf, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';

/** How a loss was shared out, for people to judge. Amounts in units. */
export interface FairnessReport {
  /** Σ shares. */
  readonly total: bigint;
  /** What the shares are above the loss; a run that places whole lots may have some. */
  readonly overshoot: bigint;
  /** What they are below it. */
  readonly undershoot: bigint;
  readonly candidates: number;
  /** Accounts with a share. */
  readonly touched: number;
  /** Accounts whose share is all of their capacity. */
  readonly wiped: number;
  /** The largest share ÷ capacity, ceiled at 8 decimals. */
  readonly largestHaircutRate: Decimal;
  /**
   * Gini coefficient of the haircut rates (share ÷ capacity, floored at 15 decimals each) of all candidates with at least one
   * unit of capacity, whoever bears nothing included: Σᵢ (2i − n − 1)·rateᵢ ÷ (n·Σ rate), rates ascending, i from 1; exact
   * over those rates, then floored at 8 decimals. 0 where all rates are alike, as where nothing was allocated.
   */
  readonly haircutGini: Decimal;
  /** What the ten largest shares are of the total, floored at 8 decimals; 0 where nothing was allocated. */
  readonly topTenShare: Decimal;
}

/** What a report is drawn from: columns in the same order. */
export interface FairnessFacts {
  readonly loss: bigint;
  readonly capacities: readonly bigint[];
  /** From 0 to the capacity, 0 where there is none. */
  readonly shares: readonly bigint[];
}

/** Decimals that a report's rates are stated at. */
const REPORT_DECIMALS = 8;
/** Decimals of one haircut rate; a rate is at most 1, so that it is a safe integer of them. */
const RATE_DECIMALS = 15;
const TOP = 10;

/** The fairness report of some shares. */
export function fairnessOf({ loss, capacities, shares }: FairnessFacts): FairnessReport {
  const rates = ratesOf(capacities, shares);
  let [total, touched, wiped] = [0n, 0, 0];
  shares.forEach((share, place) => {
    if (share === 0n) return;
    total += share;
    touched += 1;
    if (share === capacities[place]) wiped += 1;
  });
  return {
    total,
    overshoot: total > loss ? total - loss : 0n,
    undershoot: total < loss ? loss - total : 0n,
    candidates: shares.length,
    touched,
    wiped,
    largestHaircutRate: largestRate(capacities, shares, rates),
    haircutGini: giniOf(rates.filter((_, place) => (capacities[place] ?? 0n) > 0n).sort()),
    topTenShare: topShare(shares, total),
  };
}

/** share ÷ capacity in whole numbers of 1e-15, floored, by place; 0 where nothing is borne. */
function ratesOf(capacities: readonly bigint[], shares: readonly bigint[]): Float64Array<ArrayBuffer> {
  const scale = 10n ** BigInt(RATE_DECIMALS);
  const rates = new Float64Array(shares.length);
  for (let place = 0; place < rates.length; place += 1) {
    const share = shares[place] ?? 0n;
    if (share !== 0n) rates[place] = floatOf((share * scale) / (capacities[place] ?? 1n));
  }
  return rates;
}

/** The largest rate is among those whose floors are the largest; these are compared exactly. */
function largestRate(capacities: readonly bigint[], shares: readonly bigint[], rates: Float64Array): Decimal {
  const largest = rates.reduce((most, rate) => Math.max(most, rate), 0);
  let [over, under] = [0n, 1n];
  rates.forEach((rate, place) => {
    const [share, capacity] = [shares[place] ?? 0n, capacities[place] ?? 0n];
    if (rate === largest && share > 0n && share * under > over * capacity) [over, under] = [share, capacity];
  });
  return divide(decimal(over), decimal(under), REPORT_DECIMALS, 'ceil');
}

function giniOf(ascending: Float64Array): Decimal {
  const count = ascending.length;
  let [weighted, sum] = [0n, 0n];
  ascending.forEach((rate, at) => {
    if (rate === 0) return;
    const exact = BigInt(rate);
    weighted += BigInt(2 * at + 1 - count) * exact;
    sum += exact;
  });
  if (sum === 0n) return ZERO;
  return divide(decimal(weighted), decimal(BigInt(count) * sum), REPORT_DECIMALS, 'floor');
}

function topShare(shares: readonly bigint[], total: bigint): Decimal {
  if (total === 0n) return ZERO;
  const top: bigint[] = [];
  for (const share of shares) {
    if (top.length === TOP && share <= (top[TOP - 1] ?? 0n)) continue;
    const at = top.findIndex((other) => share > other);
    top.splice(at < 0 ? top.length : at, 0, share);
    if (top.length > TOP) top.pop();
  }
  const sum = top.reduce((all, share) => all + share, 0n);
  return divide(decimal(sum), decimal(total), REPORT_DECIMALS, 'floor');
}
