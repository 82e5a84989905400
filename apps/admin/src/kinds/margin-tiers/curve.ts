import type { Ladder } from '@backstop/core/margin';
import {
  add,
  decimal,
  isPositive,
  isZero,
  multiply,
  parseDecimal,
  subtract,
  toFloat,
  ZERO,
  type Decimal,
} from '@backstop/core/num';
import { floatOf, ladderPoint } from './ladderPoint.ts';

/** One place of the picture. Binary floats: a picture is looked at, nothing is decided by it. */
export interface CurvePoint {
  readonly measure: number;
  readonly maintenanceMargin: number;
  /** In percent. */
  readonly effectiveRate: number | null;
  /** In percent: the rate of the tier itself. */
  readonly tierRate: number;
  readonly leverageMax: number | null;
  /** In percent; null where the ladder states none. */
  readonly initialMarginRate: number | null;
}

/** Places between two borders: enough for the bend of the effective rate. */
const STEPS_PER_TIER = 24;
/** How far a curve without a last border is drawn, as a multiple of the last one it has. */
const BEYOND = 2n;
/** The far end of a curve that has no border at all. */
const END_WITHOUT_BORDERS = decimal(1_000_000n);

/** The curve from near 0 to its far end, with both sides of every border, so that a jump is drawn as a jump. */
export function curve(ladder: Ladder, precision: number): CurvePoint[] {
  const borders = bordersOf(ladder);
  const stops = borders.length === 0 ? [endOf(ladder)] : borders;
  const measures: Decimal[] = [];
  let from: Decimal = ZERO;
  for (const stop of stops) {
    measures.push(...between(from, stop));
    from = stop;
  }
  return measures.map((measure) => pointAt(ladder, measure, precision));
}

/** Where the picture of a ladder has its borders: floors above 0, and the last cap or twice the last floor. */
export function bordersOf(ladder: Ladder): Decimal[] {
  if (ladder.model === 'open-interest-scaled') {
    return [
      ladder.openInterestNotionalFloor,
      ladder.openInterestNotionalCap,
      multiply(ladder.openInterestNotionalCap, decimal(BEYOND)),
    ].filter(
      (border, index, all) => isPositive(border) && (index === 0 || toFloat(border) > toFloat(all[index - 1] ?? ZERO)),
    );
  }
  if (ladder.model !== 'step') return [];
  const floors = ladder.tiers.map(({ floor }) => floor).filter((floor) => isPositive(floor));
  const last = ladder.tiers[ladder.tiers.length - 1];
  const end =
    last?.cap ??
    (last === undefined || isZero(last.floor) ? END_WITHOUT_BORDERS : multiply(last.floor, decimal(BEYOND)));
  return [...floors, end];
}

/** Where the picture of a ladder without borders ends: where its maintenance rate has grown to a few times its first. */
function endOf(ladder: Ladder): Decimal {
  if (ladder.model === 'linear') {
    const [base, slope] = [toFloat(ladder.maintenanceMarginRateBase), toFloat(ladder.maintenanceMarginRateSlope)];
    if (base > 0 && slope > 0) return rounded((4 * base) / slope);
  }
  if (ladder.model === 'square-root') {
    // Growth sets in where factor · √z reaches a fifth of the rate; at a hundred times that size it has nearly tripled.
    const [rate, factor] = [toFloat(ladder.maintenanceMarginRate), toFloat(ladder.maintenanceMarginFactor)];
    if (rate > 0 && factor > 0) return rounded(100 * ((0.2 * rate) / factor) ** 2);
  }
  return END_WITHOUT_BORDERS;
}

/** Places from just above one border to just below the next, and that border; near 0 they lie closer together too. */
function between(from: Decimal, to: Decimal): Decimal[] {
  const width = toFloat(to) - toFloat(from);
  const isFromZero = isZero(from);
  const shares = Array.from({ length: STEPS_PER_TIER - 1 }, (_, step) => (step + 1) / STEPS_PER_TIER);
  const even = shares.map((share) => toFloat(from) + width * share);
  // A logarithmic axis needs places in every power of ten.
  const nearZero = isFromZero ? shares.map((share) => toFloat(to) * 1000 ** (share - 1)) : [];
  const places = [...even, ...nearZero].toSorted((a, b) => a - b).map(rounded);
  // A step that no eye sees puts a place on the other side of a border.
  const step = rounded(width / 1e6);
  return [...(isFromZero ? [] : [add(from, step)]), ...places, subtract(to, step), to];
}

function rounded(value: number): Decimal {
  return parseDecimal(value.toFixed(8)) ?? ZERO;
}

function pointAt(ladder: Ladder, measure: Decimal, precision: number): CurvePoint {
  const point = ladderPoint(ladder, measure, precision, ladder.model === 'open-interest-scaled' ? measure : null);
  return {
    measure: toFloat(measure),
    maintenanceMargin: toFloat(point.maintenanceMargin),
    effectiveRate: percent(floatOf(point.effectiveRate)),
    tierRate: toFloat(point.tier.maintenanceMarginRate) * 100,
    leverageMax: floatOf(point.tier.leverageMax),
    initialMarginRate: percent(floatOf(point.tier.initialMarginRate)),
  };
}

function percent(fraction: number | null): number | null {
  return fraction === null ? null : fraction * 100;
}
