import { coefficientOf } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { lifted, powerOfTen } from './power-of-ten.ts';

/** −1, 0 or 1 as a is below, equal to or above b; exact. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  let { coefficient: left } = a;
  let { coefficient: right } = b;
  if (typeof left === 'number' && typeof right === 'number') {
    const apart = a.scale - b.scale;
    if (apart > 0) right = lifted(right, apart);
    else if (apart < 0) left = lifted(left, -apart);
    if (left < right) return -1;
    if (left > right) return 1;
    if (left === right) return 0;
  }
  return compareLarge(a, b);
}

function compareLarge(a: Decimal, b: Decimal): -1 | 0 | 1 {
  let left = coefficientOf(a);
  let right = coefficientOf(b);
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
export function sign({ coefficient }: Decimal): -1 | 0 | 1 {
  if (typeof coefficient === 'number') return coefficient < 0 ? -1 : coefficient > 0 ? 1 : 0;
  return coefficient < 0n ? -1 : 1;
}

export function isZero({ coefficient }: Decimal): boolean {
  // A BigInt coefficient is beyond the safe integers, so never zero.
  return coefficient === 0;
}

export function isPositive({ coefficient }: Decimal): boolean {
  return typeof coefficient === 'number' ? coefficient > 0 : coefficient > 0n;
}

export function isNegative({ coefficient }: Decimal): boolean {
  return typeof coefficient === 'number' ? coefficient < 0 : coefficient < 0n;
}
