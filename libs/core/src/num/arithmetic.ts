import type { Decimal } from './decimal.ts';
import { powerOfTen } from './power-of-ten.ts';

// Every operation answers the trivial case first: zero terms and unit factors are common on the deciding path, and a
// comparison of small BigInts costs a fraction of an aligned addition.

/** a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.coefficient === 0n) return b;
  if (b.coefficient === 0n) return a;
  if (a.scale === b.scale) return { coefficient: a.coefficient + b.coefficient, scale: a.scale };
  return a.scale > b.scale
    ? { coefficient: a.coefficient + b.coefficient * powerOfTen(a.scale - b.scale), scale: a.scale }
    : { coefficient: a.coefficient * powerOfTen(b.scale - a.scale) + b.coefficient, scale: b.scale };
}

/** a − b, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  if (b.coefficient === 0n) return a;
  if (a.scale === b.scale) return { coefficient: a.coefficient - b.coefficient, scale: a.scale };
  return a.scale > b.scale
    ? { coefficient: a.coefficient - b.coefficient * powerOfTen(a.scale - b.scale), scale: a.scale }
    : { coefficient: a.coefficient * powerOfTen(b.scale - a.scale) - b.coefficient, scale: b.scale };
}

/** a · b, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  if (a.coefficient === 1n && a.scale === 0) return b;
  if (b.coefficient === 1n && b.scale === 0) return a;
  return { coefficient: a.coefficient * b.coefficient, scale: a.scale + b.scale };
}

/** −a, exact. */
export function negate(a: Decimal): Decimal {
  return { coefficient: -a.coefficient, scale: a.scale };
}

/** |a|, exact. */
export function absolute(a: Decimal): Decimal {
  return a.coefficient < 0n ? negate(a) : a;
}

/** Σ of the terms, exact; 0 for none. */
export function sum(terms: readonly Decimal[]): Decimal {
  let total: Decimal = { coefficient: 0n, scale: 0 };
  for (const term of terms) total = add(total, term);
  return total;
}
