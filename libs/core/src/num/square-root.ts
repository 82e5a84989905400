import { isNegative } from './compare.ts';
import { coefficientOf, decimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { InvariantError } from './invariant-error.ts';
import { powerOfTen } from './power-of-ten.ts';
import type { Rounding } from './rounding.ts';

/** √a at `scale` decimals, rounded once in the named direction. Throws `InvariantError` for a < 0. */
export function squareRoot(a: Decimal, scale: number, rounding: Rounding): Decimal {
  if (isNegative(a)) throw new InvariantError('square root of a negative number');
  const coefficient = coefficientOf(a);
  const shift = 2 * scale - a.scale;
  // Below the scale asked for, the digits cut off only matter for the direction: floor first, then compare back.
  const radicand = shift >= 0 ? coefficient * powerOfTen(shift) : coefficient / powerOfTen(-shift);
  const root = wholeSquareRoot(radicand);
  const isExact = root * root === radicand && (shift >= 0 || radicand * powerOfTen(-shift) === coefficient);
  return decimal(rounding === 'ceil' && !isExact ? root + 1n : root, scale);
}

/** ⌊√n⌋ by Newton's iteration from above, which falls strictly until it has arrived. */
function wholeSquareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
