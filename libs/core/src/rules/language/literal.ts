import { coefficientOf, decimal, formatDecimal, parseDecimal, toFloat, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';

/**
 * Digits that a binary float always carries unharmed: a JSON number with more may not be what its author wrote,
 * so that it has to be written as a text.
 */
const EXACT_DIGITS = 15;

/** The decimal that a literal states; null where it is no decimal or a number that a float cannot carry unharmed. */
export function decimalOfLiteral(literal: string | number): Decimal | null {
  return typeof literal === 'string' ? parseDecimal(literal) : decimalOfNumber(literal);
}

/** A literal of a decimal fact in its one canonical form: decimal text. What states no decimal is left for the check. */
export function canonicalDecimalLiteral(literal: string | number): string | number {
  const value = decimalOfLiteral(literal);
  return value === null ? literal : formatDecimal(value);
}

/** A literal of an integer fact in its one canonical form: a JSON number. What states none is left for the check. */
export function canonicalIntegerLiteral(literal: string | number): string | number {
  const value = decimalOfLiteral(literal);
  const whole = value === null ? null : wholeNumberOf(value);
  return whole ?? literal;
}

/** The whole number that a decimal is, within what a float carries unharmed; null where it is none. */
export function wholeNumberOf(value: Decimal): number | null {
  // A canonical text without a point is whole, and a float carries every safe integer unharmed.
  const number = formatDecimal(value).includes('.') ? null : toFloat(value);
  return Number.isSafeInteger(number) ? number : null;
}

function decimalOfNumber(number: number): Decimal | null {
  // The shortest text that reads back as the same float: `0.1`, `1e-7`, `1.5e+21`.
  const [mantissa = '', exponent = '0'] = number.toString().split('e');
  const value = parseDecimal(mantissa);
  if (value === null || significantDigits(mantissa) > EXACT_DIGITS) return null;
  const shift = wholeNumberOf(parseDecimal(exponent.replace('+', '')) ?? ZERO) ?? 0;
  const scale = value.scale - shift;
  return scale >= 0 ? decimal(coefficientOf(value), scale) : decimal(coefficientOf(value) * 10n ** BigInt(-scale));
}

function significantDigits(mantissa: string): number {
  const digits = mantissa.replace(/^-?0*\.?0*/, '').replace('.', '');
  // The zeros at the end of a whole number only place the others.
  return mantissa.includes('.') ? digits.length : digits.replace(/0+$/, '').length;
}
