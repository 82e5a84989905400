import { InvariantError } from '../../num/index.ts';

/** An exact quotient in lowest terms, `denominator` above zero. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** numerator ÷ denominator in lowest terms; neither is below zero. Throws `InvariantError` where there is no such quotient. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  if (numerator < 0n || denominator <= 0n) throw new InvariantError('a fraction is a quotient of at least 0');
  const divisor = greatestDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** `n/d` in lowest terms, also where d is 1. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  return `${String(numerator)}/${String(denominator)}`;
}

function greatestDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
