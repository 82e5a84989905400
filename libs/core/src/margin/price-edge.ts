import { add, coefficientOf, compare, decimal, isPositive, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

/** Most doublings of a search step: 2^90 ticks is past every price. */
const DOUBLINGS_MAX = 90;

/**
 * The last price on the tick grid that is not bad, near `start` (on the grid): found by doubling steps until the edge is
 * between two prices, then by halving. Null where no edge is found at a positive price.
 */
export function edgeNear(
  start: Decimal,
  worse: 'below' | 'above',
  tick: Decimal,
  isBad: (price: Decimal) => boolean,
): Decimal | null {
  const first = isPositive(start) ? start : tick;
  const startIsBad = isBad(first);
  // A bad start walks to the better side, a good one to the worse side.
  const goesUp = (worse === 'below') === startIsBad;
  let step = tick;
  let last = first;
  for (let doubling = 0; doubling < DOUBLINGS_MAX; doubling += 1) {
    const next = goesUp ? add(last, step) : subtract(last, step);
    if (!isPositive(next)) {
      if (compare(last, tick) <= 0) return null;
      step = tick;
      if (isBad(tick) === startIsBad) return null;
      return edgeBetween(last, tick, startIsBad, tick, isBad);
    }
    if (isBad(next) !== startIsBad) return edgeBetween(last, next, startIsBad, tick, isBad);
    last = next;
    step = multiply(step, decimal(2n));
  }
  return null;
}

/** The good one of two neighbors on the grid between `a` and `b`, of which exactly one is bad. */
export function edgeBetween(
  a: Decimal,
  b: Decimal,
  aIsBad: boolean,
  tick: Decimal,
  isBad: (price: Decimal) => boolean,
): Decimal {
  let bad = aIsBad ? a : b;
  let good = aIsBad ? b : a;
  for (;;) {
    const ticks = ticksBetween(good, bad, tick);
    if (ticks <= 1n && ticks >= -1n) return good;
    const middle = add(good, multiply(tick, decimal(ticks / 2n)));
    if (isBad(middle)) bad = middle;
    else good = middle;
  }
}

function ticksBetween(from: Decimal, to: Decimal, tick: Decimal): bigint {
  const distance = subtract(to, from);
  const scale = Math.max(distance.scale, tick.scale);
  const lift = (value: Decimal): bigint => coefficientOf(value) * 10n ** BigInt(scale - value.scale);
  return lift(distance) / lift(tick);
}
