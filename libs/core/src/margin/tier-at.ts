import {
  add,
  compare,
  decimal,
  divide,
  lessOrEqual,
  maximum,
  multiply,
  ONE,
  round,
  squareRoot,
  subtract,
  toFloat,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type {
  Ladder,
  LinearLadder,
  MarginTier,
  OpenInterestScaledLadder,
  SquareRootLadder,
  StepLadder,
} from './ladder.ts';

/** Below this share of the small-size rate a square-root ladder never falls. Source: Drift v2, `get_margin_ratio`. */
const SQUARE_ROOT_BASE_SHARE: Decimal = decimal(8n, 1);

/**
 * The tier that an exposure falls into. `notional` in the settlement asset, `units` = |size| · multiplier,
 * `openInterestNotional` in the settlement asset; it moves only the initial rate of an open-interest-scaled ladder,
 * whose `initialMarginRate` is null while open interest is unknown. Above a finite last cap the last tier goes on.
 */
export function tierAt(
  ladder: Ladder,
  notional: Decimal,
  units: Decimal,
  openInterestNotional: Decimal | null,
): MarginTier {
  switch (ladder.model) {
    case 'step':
      return stepTier(ladder, ladder.basis === 'notional' ? notional : units);
    case 'linear':
      return linearTier(ladder, units);
    case 'square-root':
      return squareRootTier(ladder, units);
    case 'open-interest-scaled':
      return openInterestTier(ladder, openInterestNotional);
  }
}

/**
 * Two floats further apart than this share of their size stand for two decimals in the same order: reading a decimal as a
 * float is off by less than 3 · 2^-53 of it.
 */
const FLOAT_DOUBT = 1e-14;

/**
 * The tier of a step ladder at a measure ≥ 0 in its own basis. Floats find it, exact decimals decide wherever a float is
 * within its error of a border.
 */
export function stepTier(ladder: StepLadder, measure: Decimal): MarginTier {
  const { tiers, floorFloats } = ladder;
  const reached = ladder.boundary === 'floor-inclusive' ? 0 : 1;
  const size = toFloat(measure);
  let index = 0;
  while (index + 1 < tiers.length) {
    const floor = floorFloats[index + 1] as number;
    const distance = size - floor;
    const doubt = (size + floor) * FLOAT_DOUBT;
    const isReached =
      distance > doubt || (distance >= -doubt && compare(measure, (tiers[index + 1] as MarginTier).floor) >= reached);
    if (!isReached) break;
    index += 1;
  }
  return tiers[index] as MarginTier;
}

function linearTier(ladder: LinearLadder, units: Decimal): MarginTier {
  const rateOf = (base: Decimal, slope: Decimal): Decimal => computedRate(ladder, add(base, multiply(slope, units)));
  return flatTier(
    ladder,
    rateOf(ladder.maintenanceMarginRateBase, ladder.maintenanceMarginRateSlope),
    rateOf(ladder.initialMarginRateBase, ladder.initialMarginRateSlope),
  );
}

/** rate = max(r, 0.8 · r + factor · √units); the numbers of Drift v2's tests, in plain units. */
function squareRootTier(ladder: SquareRootLadder, units: Decimal): MarginTier {
  const { rateDecimals, rateRounding } = ladder;
  // √(factor² · units) = factor · √units, so that the root is rounded only once and with the factor in it.
  const rateOf = (rate: Decimal, factor: Decimal): Decimal => {
    const base = multiply(rate, SQUARE_ROOT_BASE_SHARE);
    const scale = Math.max(rateDecimals, base.scale);
    const root = squareRoot(multiply(multiply(factor, factor), units), scale, rateRounding);
    return maximum(rate, computedRate(ladder, add(base, root)));
  };
  return flatTier(
    ladder,
    rateOf(ladder.maintenanceMarginRate, ladder.maintenanceMarginFactor),
    rateOf(ladder.initialMarginRate, ladder.initialMarginFactor),
  );
}

/** base + (1 − base) · clamp((OI − lo) / (hi − lo), 0, 1); hi ≤ lo: base. Source: dYdX v4, `GetAdjustedInitialMarginPpm`. */
function openInterestTier(ladder: OpenInterestScaledLadder, openInterestNotional: Decimal | null): MarginTier {
  const { initialMarginRateBase: base, openInterestNotionalFloor: low, openInterestNotionalCap: high } = ladder;
  let initialMarginRate: Decimal | null = base;
  if (compare(high, low) > 0) {
    if (openInterestNotional === null) initialMarginRate = null;
    else if (compare(openInterestNotional, high) >= 0) initialMarginRate = ONE;
    else if (compare(openInterestNotional, low) > 0) {
      const above = multiply(subtract(ONE, base), subtract(openInterestNotional, low));
      // Rounded with the base in it, once: the sum is what has `rateDecimals`.
      const whole = add(multiply(base, subtract(high, low)), above);
      initialMarginRate = divide(whole, subtract(high, low), ladder.rateDecimals, ladder.rateRounding);
    }
  }
  return flatTier(ladder, ladder.maintenanceMarginRate, initialMarginRate);
}

function computedRate(ladder: Ladder, rate: Decimal): Decimal {
  return round(rate, ladder.rateDecimals, ladder.rateRounding);
}

function flatTier(
  ladder: Exclude<Ladder, StepLadder>,
  maintenanceRate: Decimal,
  initialMarginRate: Decimal | null,
): MarginTier {
  const { scaling } = ladder;
  const maintenanceMarginRate = scaling === null ? maintenanceRate : multiply(maintenanceRate, scaling.maintenance);
  return {
    floor: ZERO,
    cap: null,
    maintenanceMarginRate,
    maintenanceRateWithFee: add(maintenanceMarginRate, ladder.closeFeeRate),
    maintenanceDeduction: ZERO,
    leverageMax: ladder.leverageMax,
    initialMarginRate,
  };
}

/** Whether a measure lies above a finite last cap, where no new risk is taken. */
export function isAboveLastCap(ladder: StepLadder, measure: Decimal): boolean {
  const cap = (ladder.tiers[ladder.tiers.length - 1] as MarginTier).cap;
  return cap !== null && !lessOrEqual(measure, cap);
}
