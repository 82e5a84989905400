import { coefficientOf, decimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { lifted, powerOfTen } from './power-of-ten.ts';

// Every operation tries machine arithmetic first. A result that is a safe integer is exact: an exact result beyond
// the safe integers never rounds to one. NaN, from a lift that left them, fails the same comparison.
const SAFE_MAX = Number.MAX_SAFE_INTEGER;

/** a + b, exact. */
export function add(a: Decimal, b: Decimal): Decimal {
  const { coefficient: left, scale } = a;
  const { coefficient: right } = b;
  if (typeof left === 'number' && typeof right === 'number') {
    const apart = scale - b.scale;
    if (apart === 0) {
      const total = left + right;
      if (total <= SAFE_MAX && total >= -SAFE_MAX) return { coefficient: total, scale };
    } else {
      if (left === 0) return b;
      if (right === 0) return a;
      const total = apart > 0 ? left + lifted(right, apart) : lifted(left, -apart) + right;
      if (total <= SAFE_MAX && total >= -SAFE_MAX) return { coefficient: total, scale: apart > 0 ? scale : b.scale };
    }
  }
  return added(a, coefficientOf(b), b.scale);
}

/** a − b, exact. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  const { coefficient: left, scale } = a;
  const { coefficient: right } = b;
  if (typeof left === 'number' && typeof right === 'number') {
    const apart = scale - b.scale;
    if (right === 0) return a;
    const rest = apart === 0 ? left - right : apart > 0 ? left - lifted(right, apart) : lifted(left, -apart) - right;
    if (rest <= SAFE_MAX && rest >= -SAFE_MAX) return { coefficient: rest, scale: apart > 0 ? scale : b.scale };
  }
  return added(a, -coefficientOf(b), b.scale);
}

function added(a: Decimal, coefficient: bigint, scale: number): Decimal {
  const left = coefficientOf(a);
  if (left === 0n) return decimal(coefficient, scale);
  if (coefficient === 0n) return a;
  if (a.scale === scale) return decimal(left + coefficient, scale);
  return a.scale > scale
    ? decimal(left + coefficient * powerOfTen(a.scale - scale), a.scale)
    : decimal(left * powerOfTen(scale - a.scale) + coefficient, scale);
}

/** a · b, exact. */
export function multiply(a: Decimal, b: Decimal): Decimal {
  const { coefficient: left, scale } = a;
  const { coefficient: right } = b;
  if (typeof left === 'number' && typeof right === 'number') {
    // Adding 0 turns the −0 of 0 · −1 into 0.
    const product = left * right + 0;
    if (product <= SAFE_MAX && product >= -SAFE_MAX) return { coefficient: product, scale: scale + b.scale };
  }
  return decimal(coefficientOf(a) * coefficientOf(b), scale + b.scale);
}

/** −a, exact. */
export function negate({ coefficient, scale }: Decimal): Decimal {
  return { coefficient: typeof coefficient === 'number' ? 0 - coefficient : -coefficient, scale };
}

/** |a|, exact. */
export function absolute(a: Decimal): Decimal {
  return a.coefficient < 0 ? negate(a) : a;
}

/** Σ of the terms, exact; 0 for none. */
export function sum(terms: readonly Decimal[]): Decimal {
  let total: Decimal = { coefficient: 0, scale: 0 };
  for (const term of terms) total = add(total, term);
  return total;
}
