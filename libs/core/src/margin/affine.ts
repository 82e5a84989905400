import { add, divide, divideToStep, isPositive, multiply, negate, sign, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { notionalOf } from './exposure.ts';
import type { ContractBook } from './contract-book.ts';
import type { MarginContext } from './maintenance-margin.ts';
import type { MarginTier } from './ladder.ts';
import type { PoolAround } from './pool.ts';

/** Decimals of the inner divisions of a price that is rounded to its tick, and checked, afterwards. */
const INNER_SCALE = 30;

/** slope · x + constant, with x the price of a linear contract and 1 ÷ price of an inverse one. */
interface Affine {
  readonly slope: Decimal;
  readonly constant: Decimal;
}

/** Where two lines meet, as a quotient that is not divided yet, and on which side of it the account is worse. */
export interface Crossing {
  readonly dividend: Decimal;
  readonly divisor: Decimal;
  readonly worse: 'below' | 'above';
}

/**
 * The price of a crossing on the tick grid, rounded against the account; null where the lines do not meet at a positive
 * price.
 */
export function priceOf({ dividend, divisor, worse }: Crossing, tick: Decimal): Decimal | null {
  if (sign(divisor) === 0 || sign(dividend) !== sign(divisor)) return null;
  const price = divideToStep(dividend, divisor, tick, worse === 'below' ? 'ceil' : 'floor');
  return isPositive(price) ? price : null;
}

/**
 * The price at which equity = maintenance margin with one tier per exposure held fixed:
 * `(W + d − s·k·E) / (k·(r+f) − s·k)` and its three siblings (entry basis, inverse), written as two lines that cross.
 */
export function crossingAt(
  book: ContractBook,
  pool: PoolAround,
  tiers: readonly MarginTier[],
  pnlNow: Decimal,
): Crossing {
  const pnl = pnlLine(book);
  const requirement = maintenanceLine(book, tiers);
  const { equityPerPnl: weight, requirementPerMaintenance: price } = pool;
  const slope = subtract(multiply(weight, pnl.slope), multiply(price, requirement.slope));
  const equityElse = subtract(pool.equityWith(pnlNow), multiply(weight, pnlNow));
  const requirementElse = pool.requirementWith(ZERO);
  const gap = subtract(
    add(requirementElse, multiply(price, requirement.constant)),
    add(equityElse, multiply(weight, pnl.constant)),
  );
  return crossingOf(book, slope, gap);
}

/** Where accountValue = 0: accountValue = valueElse + price · pnl. */
export function zeroCrossing(book: ContractBook, valueElse: Decimal, assetPrice: Decimal): Crossing {
  const pnl = pnlLine(book);
  const slope = multiply(assetPrice, pnl.slope);
  const gap = negate(add(valueElse, multiply(assetPrice, pnl.constant)));
  return crossingOf(book, slope, gap);
}

/** Where slope · x = gap: x is the price of a linear contract and 1 ÷ price of an inverse one. */
function crossingOf(book: ContractBook, slope: Decimal, gap: Decimal): Crossing {
  const isLinear = book.context.contract.type === 'linear';
  const worse = isPositive(slope) === isLinear ? 'below' : 'above';
  return isLinear ? { dividend: gap, divisor: slope, worse } : { dividend: slope, divisor: gap, worse };
}

function pnlLine(book: ContractBook): Affine {
  const isLinear = book.context.contract.type === 'linear';
  let slope = ZERO;
  let constant = ZERO;
  for (const { signedUnits, position } of book.legs) {
    slope = isLinear ? add(slope, signedUnits) : subtract(slope, signedUnits);
    constant = isLinear
      ? subtract(constant, multiply(signedUnits, position.entryPrice))
      : add(constant, divide(signedUnits, position.entryPrice, INNER_SCALE, 'floor'));
  }
  return { slope, constant };
}

function maintenanceLine(book: ContractBook, tiers: readonly MarginTier[]): Affine {
  const { context } = book;
  let slope = ZERO;
  let constant = ZERO;
  book.exposures.forEach(({ units, entryPrice }, index) => {
    const tier = tiers[index];
    if (tier === undefined) return;
    if (context.ladder.maintenanceBasis === 'mark') {
      slope = add(slope, multiply(units, tier.maintenanceRateWithFee));
      if (deductionIsInUnits(context)) slope = subtract(slope, tier.maintenanceDeduction);
      else constant = subtract(constant, tier.maintenanceDeduction);
      return;
    }
    slope = add(slope, multiply(units, context.ladder.closeFeeRate));
    const entryNotional = notionalOf(context.contract, units, entryPrice, INNER_SCALE);
    constant = add(constant, multiply(entryNotional, tier.maintenanceMarginRate));
    constant = subtract(constant, entryDeduction(context, tier, entryPrice));
  });
  return { slope, constant };
}

function entryDeduction(context: MarginContext, tier: MarginTier, entryPrice: Decimal): Decimal {
  if (!deductionIsInUnits(context)) return tier.maintenanceDeduction;
  return context.contract.type === 'linear'
    ? multiply(tier.maintenanceDeduction, entryPrice)
    : divide(tier.maintenanceDeduction, entryPrice, INNER_SCALE, 'floor');
}

function deductionIsInUnits(context: MarginContext): boolean {
  return context.ladder.model === 'step' && context.ladder.basis === 'size';
}
