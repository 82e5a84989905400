import { tierAt } from '../../margin/index.ts';
import type { Ladder, MarginTier } from '../../margin/index.ts';
import { compare, divide, formatDecimal, isNegative, maximum, multiply, ONE, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { aroundBorders, POWERS_OF_TEN } from '../../policy/index.ts';
import type { OutcomeMove } from '../../policy/index.ts';
import { compile } from './compile.ts';
import type { MarginTiersDocument } from './schema.ts';

/** What a ladder comes to at a measure of its basis: the amounts that it asks for there. */
export const OUTCOMES = ['initialMargin', 'maintenanceMargin'] as const;

/** Decimals of a margin by leverage; rounded up. */
const SCALE = 18;

/** One place where both ladders are read. */
interface Place {
  readonly where: string;
  /** Notional, or size times multiplier at a price of one: the basis. */
  readonly measure: Decimal;
  /** Open interest as notional, where that decides the rate. */
  readonly openInterest: Decimal | null;
}

/**
 * The amounts that two ladders ask for, closing fee included, at every border of either, in the middle between two, and
 * beyond the last. A ladder over size is read at a price of one. Two ladders of other models or bases have no measure in
 * common: one row per outcome says so.
 */
export function outcomes(before: MarginTiersDocument, after: MarginTiersDocument): OutcomeMove[] {
  const [from, to] = [compile(before), compile(after)];
  if (measureOf(from) !== measureOf(to)) {
    return OUTCOMES.map((outcome) => ({ outcome, where: 'any position', before: null, after: null }));
  }
  return placesOf(from, to).flatMap((place) => {
    const [then, now] = [amountsAt(from, place), amountsAt(to, place)];
    return OUTCOMES.map((outcome) => ({ outcome, where: place.where, before: then[outcome], after: now[outcome] }));
  });
}

function measureOf(ladder: Ladder): string {
  return ladder.model === 'step' ? `step ${ladder.basis}` : ladder.model;
}

function placesOf(before: Ladder, after: Ladder): Place[] {
  if (before.model === 'step' && after.model === 'step') {
    const borders = [...before.tiers, ...after.tiers].flatMap(({ floor, cap }) => [floor, cap ?? floor]);
    return aroundBorders(borders).map((measure) => {
      return { where: `${before.basis} ${formatDecimal(measure)}`, measure, openInterest: null };
    });
  }
  if (before.model === 'open-interest-scaled' && after.model === 'open-interest-scaled') {
    const levels = [before, after].flatMap((ladder) => [
      ladder.openInterestNotionalFloor,
      ladder.openInterestNotionalCap,
    ]);
    return aroundBorders(levels).map((openInterest) => {
      return { where: `open interest ${formatDecimal(openInterest)}`, measure: ONE, openInterest };
    });
  }
  return sizesOf(before, after);
}

/** Powers of ten, up to the first at which both ladders ask for the whole notional: beyond it nothing is held. */
function sizesOf(before: Ladder, after: Ladder): Place[] {
  const places = POWERS_OF_TEN.map((measure) => ({
    where: `size ${formatDecimal(measure)}`,
    measure,
    openInterest: null,
  }));
  const isWhole = (ladder: Ladder, place: Place): boolean =>
    compare(amountsAt(ladder, place).maintenanceMargin, place.measure) >= 0;
  const end = places.findIndex((place) => isWhole(before, place) && isWhole(after, place));
  return end < 0 ? places : places.slice(0, end);
}

function amountsAt(ladder: Ladder, { measure, openInterest }: Place): Record<(typeof OUTCOMES)[number], Decimal> {
  const tier = tierAt(ladder, measure, measure, openInterest);
  const maintenance = subtract(multiply(measure, tier.maintenanceRateWithFee), tier.maintenanceDeduction);
  return { initialMargin: initialAt(tier, measure), maintenanceMargin: isNegative(maintenance) ? ZERO : maintenance };
}

function initialAt({ leverageMax, initialMarginRate }: MarginTier, measure: Decimal): Decimal {
  const byLeverage = leverageMax === null ? ZERO : divide(measure, leverageMax, SCALE, 'ceil');
  return maximum(byLeverage, multiply(measure, initialMarginRate ?? ZERO));
}
