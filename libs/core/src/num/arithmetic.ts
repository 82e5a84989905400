import type { Decimal } from './decimal.ts';
import { powerOfTen } from './power-of-ten.ts';

/** a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { coefficient: a.coefficient + b.coefficient, scale: a.scale };
  return a.scale > b.scale
    ? { coefficient: a.coefficient + b.coefficient * powerOfTen(a.scale - b.scale), scale: a.scale }
    : { coefficient: a.coefficient * powerOfTen(b.scale - a.scale) + b.coefficient, scale: b.scale };
}

/** a − b, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { coefficient: a.coefficient - b.coefficient, scale: a.scale };
  return a.scale > b.scale
    ? { coefficient: a.coefficient - b.coefficient * powerOfTen(a.scale - b.scale), scale: a.scale }
    : { coefficient: a.coefficient * powerOfTen(b.scale - a.scale) - b.coefficient, scale: b.scale };
}

/** a · b, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
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
