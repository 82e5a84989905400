import type { Decimal } from './decimal.ts';
import { powerOfTen } from './power-of-ten.ts';
import { InvariantError } from './invariant-error.ts';

/** `floor` rounds toward −∞, `ceil` toward +∞. There is no third: every rounding on the deciding path takes a side. */
export type Rounding = 'floor' | 'ceil';

/** The whole quotient of two coefficients, rounded in the named direction; the divisor is not 0. */
function divideWhole(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor;
  const remainder = dividend - quotient * divisor;
  if (remainder === 0n) return quotient;
  const exactIsNegative = remainder < 0n !== divisor < 0n;
  if (rounding === 'floor') return exactIsNegative ? quotient - 1n : quotient;
  return exactIsNegative ? quotient : quotient + 1n;
}

/** a at no more than `scale` decimals, rounded in the named direction; already coarser values are returned as they are. */
export function round(a: Decimal, scale: number, rounding: Rounding): Decimal {
  if (a.scale <= scale) return a;
  return { coefficient: divideWhole(a.coefficient, powerOfTen(a.scale - scale), rounding), scale };
}

/**
 * a ÷ b at `scale` decimals, rounded once in the named direction.
 *
 * Throws `InvariantError` where b is 0: the deciding path compares by cross-multiplication and divides only
 * by what its caller has shown to be other than 0.
 */
export function divide(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal {
  if (b.coefficient === 0n) throw new InvariantError('division by zero');
  const shift = scale + b.scale - a.scale;
  const coefficient =
    shift >= 0
      ? divideWhole(a.coefficient * powerOfTen(shift), b.coefficient, rounding)
      : divideWhole(a.coefficient, b.coefficient * powerOfTen(-shift), rounding);
  return { coefficient, scale };
}

/**
 * a ÷ b to a multiple of `step` (> 0) in the named direction, rounded once: a computed price to its tick.
 *
 * Throws `InvariantError` where b is 0 or the step is not above 0.
 */
export function divideToStep(a: Decimal, b: Decimal, step: Decimal, rounding: Rounding): Decimal {
  if (b.coefficient === 0n) throw new InvariantError('division by zero');
  if (step.coefficient <= 0n) throw new InvariantError('a rounding step must be above zero');
  // a ÷ b ÷ step in whole steps: the powers of ten of the three scales go to whichever side they belong.
  const shift = b.scale + step.scale - a.scale;
  const divisor = b.coefficient * step.coefficient;
  const steps =
    shift >= 0
      ? divideWhole(a.coefficient * powerOfTen(shift), divisor, rounding)
      : divideWhole(a.coefficient, divisor * powerOfTen(-shift), rounding);
  return { coefficient: steps * step.coefficient, scale: step.scale };
}

/** a to the nearest multiple of `step` (> 0) in the named direction; a price to its tick, a size to its lot. */
export function roundToStep(a: Decimal, step: Decimal, rounding: Rounding): Decimal {
  const scale = Math.max(a.scale, step.scale);
  const stepUnits = step.coefficient * powerOfTen(scale - step.scale);
  if (stepUnits <= 0n) throw new InvariantError('a rounding step must be above zero');
  const units = a.coefficient * powerOfTen(scale - a.scale);
  return { coefficient: divideWhole(units, stepUnits, rounding) * step.coefficient, scale: step.scale };
}
