import { divideToStep, minimum, multiply, roundToStep } from '../num/index.ts';
import type { Decimal, Rounding } from '../num/index.ts';
import type { MarginContext } from '../margin/index.ts';
import { lotOf } from '../venue/index.ts';

/** A leg of a scope as the size of a step is found from it. */
export interface SizedLeg {
  readonly context: MarginContext;
  /** |size|, in contracts; > 0. */
  readonly size: Decimal;
  /** Units of the exposure that the leg stands in, after netting; null where netting leaves nothing of it. */
  readonly exposedUnits: Decimal | null;
  readonly entryPrice: Decimal;
  readonly markPrice: Decimal;
  /** Price of the settlement asset in the pool's asset; 1 where nothing is converted. */
  readonly assetPrice: Decimal;
  /** Of the market, in the quote asset; null where not known. */
  readonly depth: Decimal | null;
}

/** The smallest size step of the contract of a leg. */
export function lotOfLeg({ context }: SizedLeg): Decimal {
  return lotOf(context.contract);
}

/** Contracts worth so much notional in the pool's asset, in whole lots. */
export function sizeOfNotional(leg: SizedLeg, notional: Decimal, rounding: Rounding): Decimal {
  const { multiplier, type } = leg.context.contract;
  return type === 'linear'
    ? divideToStep(notional, multiply(multiply(multiplier, leg.markPrice), leg.assetPrice), lotOfLeg(leg), rounding)
    : divideToStep(multiply(notional, leg.markPrice), multiply(multiplier, leg.assetPrice), lotOfLeg(leg), rounding);
}

/** Contracts worth so much of the quote asset, in whole lots; of an inverse contract a unit is worth one of it. */
export function sizeOfQuote(leg: SizedLeg, amount: Decimal, rounding: Rounding): Decimal {
  const { multiplier, type } = leg.context.contract;
  const worth = type === 'linear' ? multiply(multiplier, leg.markPrice) : multiplier;
  return divideToStep(amount, worth, lotOfLeg(leg), rounding);
}

/** At most the leg: what the leg counts for after netting, its whole size where it counts for nothing. */
export function wholeStep(leg: SizedLeg): Decimal {
  if (leg.exposedUnits === null) return leg.size;
  const { multiplier } = leg.context.contract;
  return minimum(leg.size, divideToStep(leg.exposedUnits, multiplier, lotOfLeg(leg), 'ceil'));
}

/** A size in whole lots. */
export function inLots(leg: SizedLeg, size: Decimal, rounding: Rounding): Decimal {
  return roundToStep(size, lotOfLeg(leg), rounding);
}
