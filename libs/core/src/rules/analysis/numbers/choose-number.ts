import { add, coefficientOf, decimal, multiply, ZERO } from '../../../num/index.ts';
import type { Decimal } from '../../../num/index.ts';
import type { Stage } from './eliminate.ts';

/** Finest value that is tried; a range narrower than this has no witness of readable length. */
const DECIMALS_MAX = 18;

/** A bound of a variable: numerator ÷ denominator with a denominator above zero. */
interface Bound {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly isStrict: boolean;
}

/**
 * A short decimal that satisfies a stage, given the values chosen before: `preferred` if it does, else just below
 * the upper bound, else just above the lower one. Null where no decimal of readable length does.
 */
export function chooseNumber(
  { variable, constraints }: Stage,
  chosen: ReadonlyMap<string, Decimal>,
  preferred: Decimal | null,
  isWhole: boolean,
): Decimal | null {
  let lower: Bound | null = null;
  let upper: Bound | null = null;
  for (const { terms, constant, relation } of constraints) {
    const coefficient = terms.get(variable) ?? 0n;
    let rest = decimal(constant);
    for (const [other, factor] of terms) {
      if (other !== variable) rest = add(rest, multiply(decimal(factor), chosen.get(other) ?? ZERO));
    }
    const bound = boundOf(coefficient, rest, relation === '<');
    if (coefficient > 0n || relation === '=') upper = tighter(upper, bound, -1);
    if (coefficient < 0n || relation === '=') lower = tighter(lower, bound, 1);
  }
  const isInside = (value: Decimal) => isWithin(value, lower, 1) && isWithin(value, upper, -1);
  if (preferred !== null && isInside(preferred)) return preferred;
  for (let scale = 0; scale <= (isWhole ? 0 : DECIMALS_MAX); scale += 1) {
    const value = nearest(lower, upper, scale);
    if (isInside(value)) return value;
  }
  return null;
}

/** coefficient · variable + rest related to 0, as a bound of the variable. */
function boundOf(coefficient: bigint, rest: Decimal, isStrict: boolean): Bound {
  const denominator = coefficient * 10n ** BigInt(rest.scale);
  return denominator < 0n
    ? { numerator: coefficientOf(rest), denominator: -denominator, isStrict }
    : { numerator: -coefficientOf(rest), denominator, isStrict };
}

/** The tighter of two lower bounds (side 1: the higher) or of two upper bounds (side −1: the lower). */
function tighter(known: Bound | null, bound: Bound, side: 1 | -1): Bound {
  if (known === null) return bound;
  const difference = BigInt(side) * (bound.numerator * known.denominator - known.numerator * bound.denominator);
  return difference > 0n || (difference === 0n && bound.isStrict) ? bound : known;
}

function isWithin(value: Decimal, bound: Bound | null, side: 1 | -1): boolean {
  if (bound === null) return true;
  const scaled = bound.numerator * 10n ** BigInt(value.scale);
  const distance = BigInt(side) * (coefficientOf(value) * bound.denominator - scaled);
  return bound.isStrict ? distance > 0n : distance >= 0n;
}

/** The value at a scale that lies next to a bound, on its inner side. */
function nearest(lower: Bound | null, upper: Bound | null, scale: number): Decimal {
  const unit = 10n ** BigInt(scale);
  if (upper !== null) {
    const floored = floorDivide(upper.numerator * unit, upper.denominator);
    const isExact = floored * upper.denominator === upper.numerator * unit;
    return decimal(upper.isStrict && isExact ? floored - 1n : floored, scale);
  }
  if (lower === null) return ZERO;
  const ceiled = -floorDivide(-lower.numerator * unit, lower.denominator);
  const isExact = ceiled * lower.denominator === lower.numerator * unit;
  return decimal(lower.isStrict && isExact ? ceiled + 1n : ceiled, scale);
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor !== 0n && dividend < 0n ? quotient - 1n : quotient;
}
