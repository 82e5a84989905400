import { Decimal as Reference } from 'decimal.js';

/** decimal.js with so many digits that nothing in these tests is ever cut: the reference that our own numbers are held against. */
const Exact = Reference.clone({ precision: 80, toExpNeg: -1000, toExpPos: 1000 });
export type Exact = Reference;

export const NOTHING: Exact = new Exact(0);

export function exact(text: string): Exact {
  return new Exact(text);
}

export function exactOrNull(text: string | null | undefined): Exact | null {
  return text === null || text === undefined ? null : exact(text);
}

export function floorAt(value: Exact, decimals: number): Exact {
  return value.toDecimalPlaces(decimals, Reference.ROUND_FLOOR);
}

export function ceilAt(value: Exact, decimals: number): Exact {
  return value.toDecimalPlaces(decimals, Reference.ROUND_CEIL);
}

export function roundAt(value: Exact, decimals: number, rounding: 'floor' | 'ceil'): Exact {
  return rounding === 'floor' ? floorAt(value, decimals) : ceilAt(value, decimals);
}

export function total(terms: readonly Exact[]): Exact {
  return terms.reduce((sum, term) => sum.plus(term), NOTHING);
}

/** Canonical text: no exponent, no trailing zeros, no −0. */
export function textOf(value: Exact): string {
  return value.isZero() ? '0' : value.toFixed();
}

export function textOrNull(value: Exact | null): string | null {
  return value === null ? null : textOf(value);
}
