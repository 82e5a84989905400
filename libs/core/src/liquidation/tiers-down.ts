import { decimal, divideToStep, isPositive, lessThan, multiply, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { notionalOf, tierAt } from '../margin/index.ts';
import type { MarginTier, StepLadder } from '../margin/index.ts';
import { inLots, lotOfLeg, wholeStep } from './leg.ts';
import type { SizedLeg } from './leg.ts';

/**
 * What is to be closed so that the exposure falls into the n-th tier below its own: all but the largest whole-lot size
 * inside that tier. Whole where there are fewer tiers or the ladder has none. Source: OKX, two tiers a step.
 */
export function tiersDownSize(leg: SizedLeg, tiers: number): Decimal {
  const whole = wholeStep(leg);
  const { ladder, contract } = leg.context;
  if (ladder.model !== 'step' || leg.exposedUnits === null) return whole;
  const index = tierIndex(leg, ladder, leg.exposedUnits);
  const target = ladder.tiers[index - tiers];
  if (target === undefined || target.cap === null) return whole;
  const kept = largestInside(leg, ladder, index - tiers, target.cap);
  const closed = divideToStep(
    subtract(leg.exposedUnits, multiply(kept, contract.multiplier)),
    contract.multiplier,
    lotOfLeg(leg),
    'ceil',
  );
  return lessThan(closed, whole) ? closed : whole;
}

/** The largest size in whole lots that is not above the tier at `index`, whose cap is `cap`. */
function largestInside(leg: SizedLeg, ladder: StepLadder, index: number, cap: Decimal): Decimal {
  const { contract, precision } = leg.context;
  const size = sizeWithin(leg, ladder, cap);
  if (tierIndex(leg, ladder, multiply(size, contract.multiplier)) <= index) return size;
  // The cap itself belongs to the next tier where its floor is inclusive, and an inverse notional is ceiled to its unit.
  const isCeiled = ladder.basis === 'notional' && contract.type === 'inverse';
  const below = isCeiled
    ? sizeWithin(leg, ladder, subtract(cap, decimal(1n, precision)))
    : inLots(leg, subtract(size, lotOfLeg(leg)), 'floor');
  return isPositive(below) ? below : ZERO;
}

/** The largest size in whole lots that comes to no more than `most` of what the ladder goes by. */
function sizeWithin(leg: SizedLeg, ladder: StepLadder, most: Decimal): Decimal {
  const { contract } = leg.context;
  const price = priceOfTier(leg);
  const units =
    ladder.basis === 'size'
      ? { dividend: most, divisor: contract.multiplier }
      : contract.type === 'linear'
        ? { dividend: most, divisor: multiply(price, contract.multiplier) }
        : { dividend: multiply(most, price), divisor: contract.multiplier };
  return divideToStep(units.dividend, units.divisor, lotOfLeg(leg), 'floor');
}

function tierIndex(leg: SizedLeg, ladder: StepLadder, units: Decimal): number {
  return ladder.tiers.indexOf(tierOfUnits(leg, units));
}

/** The tier that so many units of the leg's contract are margined in. */
export function tierOfUnits(leg: SizedLeg, units: Decimal): MarginTier {
  const { contract, ladder, precision } = leg.context;
  return tierAt(ladder, notionalOf(contract, units, priceOfTier(leg), precision), units, null);
}

/** The price at which the tier is read. */
export function priceOfTier({ context, entryPrice, markPrice }: SizedLeg): Decimal {
  return context.ladder.maintenanceBasis === 'entry' ? entryPrice : markPrice;
}
