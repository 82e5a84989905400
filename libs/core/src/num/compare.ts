import type { Decimal } from './decimal.ts';
import { powerOfTen } from './power-of-ten.ts';

/** −1, 0 or 1 as a is below, equal to or above b; exact. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  let left = a.coefficient;
  let right = b.coefficient;
  if (a.scale > b.scale) right *= powerOfTen(a.scale - b.scale);
  else if (b.scale > a.scale) left *= powerOfTen(b.scale - a.scale);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equals(a: Decimal, b: Decimal): boolean {
  return compare(a, b) === 0;
}

export function lessThan(a: Decimal, b: Decimal): boolean {
  return compare(a, b) < 0;
}

export function lessOrEqual(a: Decimal, b: Decimal): boolean {
  return compare(a, b) <= 0;
}

export function greaterThan(a: Decimal, b: Decimal): boolean {
  return compare(a, b) > 0;
}

export function greaterOrEqual(a: Decimal, b: Decimal): boolean {
  return compare(a, b) >= 0;
}

export function minimum(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

/** −1, 0 or 1: the sign of a. */
export function sign(a: Decimal): -1 | 0 | 1 {
  return a.coefficient < 0n ? -1 : a.coefficient > 0n ? 1 : 0;
}

export function isZero(a: Decimal): boolean {
  return a.coefficient === 0n;
}

export function isPositive(a: Decimal): boolean {
  return a.coefficient > 0n;
}

export function isNegative(a: Decimal): boolean {
  return a.coefficient < 0n;
}
