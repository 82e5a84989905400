import { add, compare, divide, isPositive, roundToStep, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { ContractBook } from './contract-book.ts';
import { edgeBetween, edgeNear } from './price-edge.ts';

/** Decimals at which a border's price is divided before it goes to the grid. */
const BORDER_SCALE = 24;

/**
 * The nearest edge between not liquidatable and liquidatable, walking tier border by tier border from the mark: to the
 * worse side from a mark that is not bad, to the better side from one that is. Between two borders the requirement is one
 * line, so the edge there is the only one; at a border it may jump, so the prices on both sides of it are looked at.
 */
export function nearestEdgeOverBorders(
  book: ContractBook,
  markPrice: Decimal,
  worse: 'below' | 'above',
  tick: Decimal,
  isBad: (price: Decimal) => boolean,
): Decimal | null {
  const start = roundToStep(markPrice, tick, worse === 'below' ? 'ceil' : 'floor');
  const first = isPositive(start) ? start : tick;
  const startIsBad = isBad(first);
  const goesUp = (worse === 'below') === startIsBad;
  let last = first;
  for (const border of bordersFrom(book, first, goesUp, tick)) {
    if (isBad(border) !== startIsBad) return edgeBetween(last, border, startIsBad, tick, isBad);
    last = border;
  }
  return edgeNear(last, worse, tick, isBad);
}

/** Grid prices at and beside each tier border on one side of a price, nearest first. */
function bordersFrom(book: ContractBook, from: Decimal, goesUp: boolean, tick: Decimal): Decimal[] {
  const { ladder, contract } = book.context;
  if (ladder.model !== 'step' || ladder.basis !== 'notional') return [];
  const prices: Decimal[] = [];
  for (const { units } of book.exposures) {
    for (const { floor } of ladder.tiers) {
      if (!isPositive(floor) || !isPositive(units)) continue;
      const border =
        contract.type === 'linear'
          ? divide(floor, units, BORDER_SCALE, 'floor')
          : divide(units, floor, BORDER_SCALE, 'floor');
      const below = roundToStep(border, tick, 'floor');
      prices.push(subtract(below, tick), below, add(below, tick), add(add(below, tick), tick));
    }
  }
  const ahead = prices.filter((price) => isPositive(price) && compare(price, from) === (goesUp ? 1 : -1));
  return ahead.sort((a, b) => (goesUp ? compare(a, b) : compare(b, a)));
}
