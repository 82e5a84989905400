import { InvariantError } from '../num/index.ts';

/**
 * An exact quotient of two whole numbers, `under` above zero.
 *
 * The twin reckons in these alone: it shares no arithmetic with the program that it is set beside, and a ratio of two
 * facts is a value like any other.
 */
export interface Fraction {
  readonly kind: 'fraction';
  readonly over: bigint;
  readonly under: bigint;
}

/** The quotient of two numbers, unrounded; null where the lower one is not above zero. */
export function quotient(upper: Fraction, lower: Fraction): Fraction | null {
  if (lower.over <= 0n) return null;
  return { kind: 'fraction', over: upper.over * lower.under, under: upper.under * lower.over };
}

/** The number that a decimal text or a JSON number states, unrounded. Throws `InvariantError` where it states none. */
export function fractionOf(literal: string | number): Fraction {
  const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(literal.toString());
  if (written === null) throw new InvariantError(`${String(literal)} is no number`);
  const [, minus = '', whole = '', decimals = '', exponent = '0'] = written;
  const shift = BigInt(exponent.replace('+', '')) - BigInt(decimals.length);
  const digits = BigInt(`${minus}${whole}${decimals}`);
  return shift < 0n
    ? { kind: 'fraction', over: digits, under: 10n ** -shift }
    : { kind: 'fraction', over: digits * 10n ** shift, under: 1n };
}

export function isFraction(value: unknown): value is Fraction {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'fraction';
}

/** −1, 0 or 1 as `a` is below, at or above `b`. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a.over * b.under, b.over * a.under];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A fraction as canonical decimal text, floored to so many decimals. */
export function fractionText({ over, under }: Fraction, decimals: number): string {
  const scaled = over * 10n ** BigInt(decimals);
  // BigInt division cuts off towards zero; the floor of a negative rest is one lower.
  const units = scaled / under - (scaled % under < 0n ? 1n : 0n);
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const split = digits.length - decimals;
  const text = `${digits.slice(0, split)}.${digits.slice(split)}`.replace(/\.?0*$/, '');
  return units < 0n ? `-${text}` : text;
}
