import { multiply } from './arithmetic.ts';
import { isPositive, isZero } from './compare.ts';
import { coefficientOf, decimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { lifted, powerOfTen } from './power-of-ten.ts';
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

/** As `divideWhole`, of safe integers: the remainder of machine numbers is exact, and so is the quotient without it. */
function divideSafe(dividend: number, divisor: number, rounding: Rounding): number {
  const remainder = dividend % divisor;
  const quotient = (dividend - remainder) / divisor + 0;
  if (remainder === 0) return quotient;
  const exactIsNegative = remainder < 0 !== divisor < 0;
  if (rounding === 'floor') return exactIsNegative ? quotient - 1 : quotient;
  return exactIsNegative ? quotient : quotient + 1;
}

/**
 * dividend · 10^shift ÷ divisor of safe integers as on paper, as many digits at a time as leave every step a safe integer:
 * several times faster than through BigInt. NaN where that is no digit at all or the quotient is no safe integer.
 */
function divideLong(dividend: number, divisor: number, shift: number, rounding: Rounding): number {
  const by = Math.abs(divisor);
  const digitsMax = digitsBesides(by);
  let remainder = Math.abs(dividend) % by;
  let whole = (Math.abs(dividend) - remainder) / by;
  for (let missing = shift; missing > 0; missing -= digitsMax) {
    const digits = Math.min(missing, digitsMax);
    const carried = lifted(remainder, digits);
    remainder = carried % by;
    whole = lifted(whole, digits) + (carried - remainder) / by;
    if (digits === 0 || !(whole < Number.MAX_SAFE_INTEGER)) return Number.NaN;
  }
  const isNegative = dividend < 0 !== divisor < 0;
  const isAway = remainder !== 0 && isNegative === (rounding === 'floor');
  const size = isAway ? whole + 1 : whole;
  return isNegative ? 0 - size : size;
}

/** How many digits may be put after anything smaller than a number without leaving the safe integers. */
function digitsBesides(size: number): number {
  let digits = 0;
  for (let most = Number.MAX_SAFE_INTEGER / 10; most >= size; most /= 10) digits += 1;
  return digits;
}

/** a at no more than `scale` decimals, rounded in the named direction; already coarser values are returned as they are. */
export function round(a: Decimal, scale: number, rounding: Rounding): Decimal {
  if (a.scale <= scale) return a;
  const divisor = lifted(1, a.scale - scale);
  if (typeof a.coefficient === 'number' && divisor > 0) {
    return { coefficient: divideSafe(a.coefficient, divisor, rounding), scale };
  }
  return decimal(divideWhole(coefficientOf(a), powerOfTen(a.scale - scale), rounding), scale);
}

/**
 * a ÷ b at `scale` decimals, rounded once in the named direction.
 *
 * Throws `InvariantError` where b is 0: the deciding path compares by cross-multiplication and divides only
 * by what its caller has shown to be other than 0.
 */
export function divide(a: Decimal, b: Decimal, scale: number, rounding: Rounding): Decimal {
  if (isZero(b)) throw new InvariantError('division by zero');
  return { ...quotient(a, b, scale + b.scale - a.scale, rounding), scale };
}

/** a ÷ b in whole units, once a is shifted by that many powers of ten; b is not 0. */
function quotient(a: Decimal, b: Decimal, shift: number, rounding: Rounding): Decimal {
  const { coefficient: left } = a;
  const { coefficient: right } = b;
  if (typeof left === 'number' && typeof right === 'number') {
    const dividend = shift > 0 ? lifted(left, shift) : left;
    const divisor = shift < 0 ? lifted(right, -shift) : right;
    if (!Number.isNaN(dividend) && !Number.isNaN(divisor)) {
      return { coefficient: divideSafe(dividend, divisor, rounding), scale: 0 };
    }
    if (shift > 0) {
      const coefficient = divideLong(left, right, shift, rounding);
      if (!Number.isNaN(coefficient)) return { coefficient, scale: 0 };
    }
  }
  const dividend = coefficientOf(a) * powerOfTen(Math.max(0, shift));
  const divisor = coefficientOf(b) * powerOfTen(Math.max(0, -shift));
  return decimal(divideWhole(dividend, divisor, rounding));
}

/**
 * a ÷ b to a multiple of `step` (> 0) in the named direction, rounded once: a computed price to its tick.
 *
 * Throws `InvariantError` where b is 0 or the step is not above 0.
 */
export function divideToStep(a: Decimal, b: Decimal, step: Decimal, rounding: Rounding): Decimal {
  if (isZero(b)) throw new InvariantError('division by zero');
  if (!isPositive(step)) throw new InvariantError('a rounding step must be above zero');
  // a ÷ (b · step) in whole steps.
  const steps = quotient(a, multiply(b, step), b.scale + step.scale - a.scale, rounding);
  return multiply(steps, step);
}

/** a to the nearest multiple of `step` (> 0) in the named direction; a price to its tick, a size to its lot. */
export function roundToStep(a: Decimal, step: Decimal, rounding: Rounding): Decimal {
  if (!isPositive(step)) throw new InvariantError('a rounding step must be above zero');
  return multiply(quotient(a, step, step.scale - a.scale, rounding), step);
}
