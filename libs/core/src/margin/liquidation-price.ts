import { add, decimal, isPositive, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { TICK_WHERE_UNKNOWN } from '../venue/index.ts';
import { crossingAt, priceOf } from './affine.ts';
import type { Crossing } from './affine.ts';
import type { ContractBook } from './contract-book.ts';
import { marginedExposure } from './maintenance-margin.ts';
import type { MarginTier } from './ladder.ts';
import { isLiquidatableAt } from './pool.ts';
import type { PoolAround } from './pool.ts';
import { nearestEdgeOverBorders } from './price-borders.ts';
import { edgeNear } from './price-edge.ts';

/** Most times that the tiers are re-read at a new candidate before every border is walked instead. */
const ROUNDS_MAX = 8;

/**
 * The mark price at which the pool's equity = its maintenance margin, the tier re-read at that price, everything but this
 * contract's price held; all positions of the contract in the pool move together.
 *
 * On the tick grid (1e-8 where the tick is unknown), rounded against the account: not liquidatable at it, liquidatable
 * one tick worse. Null where no positive price is such an edge. Both statements are checked with the exact figures that
 * decide, rounding of margins and inverse pnl included, so the formula only says where to look. `pnlNow` and `tiersNow` (one
 * per exposure) are the book's at the mark price.
 */
export function liquidationPrice(
  book: ContractBook,
  pool: PoolAround,
  markPrice: Decimal,
  pnlNow: Decimal,
  tiersNow: readonly MarginTier[],
): Decimal | null {
  if (book.legs.length === 0) return null;
  const tick = book.context.contract.tickSize ?? TICK_WHERE_UNKNOWN;
  const isBad = (price: Decimal): boolean => isLiquidatableAt(book, pool, price);
  let tiers = tiersNow;
  let crossing = crossingAt(book, pool, tiers, pnlNow);
  if (mayJump(book)) return nearestEdgeOverBorders(book, markPrice, crossing.worse, tick, isBad);
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const candidate = priceOf(crossing, tick);
    if (candidate === null) {
      if (hasNoEdge(markPrice, crossing.worse, tick, isBad)) return null;
      break;
    }
    if (isEdge(candidate, crossing.worse, tick, isBad)) return candidate;
    const tiersThere = tiersAt(book, candidate);
    if (tiersThere.every((tier, index) => tier === tiers[index])) {
      return edgeNear(candidate, crossing.worse, tick, isBad);
    }
    tiers = tiersThere;
    crossing = crossingAt(book, pool, tiers, pnlNow);
  }
  return nearestEdgeOverBorders(book, markPrice, crossing.worse, tick, isBad);
}

function tiersAt(book: ContractBook, price: Decimal): MarginTier[] {
  return book.exposures.map((exposure) => marginedExposure(book.context, exposure, price).tier);
}

/** Whether the requirement may jump as the price moves: only then can there be more than one edge. */
function mayJump(book: ContractBook): boolean {
  const { ladder } = book.context;
  return (
    ladder.model === 'step' &&
    !ladder.isContinuous &&
    ladder.tiers.length > 1 &&
    ladder.basis === 'notional' &&
    ladder.maintenanceBasis === 'mark'
  );
}

/** A price this many times the mark stands for infinity: an edge beyond it is of no use to anybody. */
const FAR: Decimal = decimal(10n ** 12n);

/**
 * Where the lines do not meet at a positive price, one look at the end of the worse side tells whether there is an edge at
 * all: an account that is not liquidatable there never is, one whose better end is liquidatable always is.
 */
function hasNoEdge(
  markPrice: Decimal,
  worse: Crossing['worse'],
  tick: Decimal,
  isBad: (price: Decimal) => boolean,
): boolean {
  return worse === 'below' ? !isBad(tick) : isBad(tick) || !isBad(multiply(markPrice, FAR));
}

/** Not liquidatable at the price and liquidatable one tick worse; below the first tick there is no worse price. */
function isEdge(price: Decimal, worse: Crossing['worse'], tick: Decimal, isBad: (price: Decimal) => boolean): boolean {
  if (isBad(price)) return false;
  const worsePrice = worse === 'below' ? subtract(price, tick) : add(price, tick);
  return !isPositive(worsePrice) || isBad(worsePrice);
}
