import { decimal } from './decimal.ts';
import type { Decimal } from './decimal.ts';
import { InvariantError } from './invariant-error.ts';

/** The longest decimal text that is read: room for any real amount, none for a denial of service. */
export const DECIMAL_TEXT_MAX = 64;

/** Decimal text as it may come in: no exponent, no plus sign, no bare point, no needless leading zero. */
export const DECIMAL_PATTERN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The decimal that a text states, or null where the text is not a decimal (`1e5`, `+1`, `.5`, `NaN`, over 64 characters). */
export function parseDecimal(text: string): Decimal | null {
  return text.length <= SHORT_TEXT_MAX ? parseShort(text) : parseLong(text);
}

/** The decimal that a text of ours states, however long: limits are for what comes in. Throws where it is none. */
export function storedDecimal(text: string): Decimal {
  if (!DECIMAL_PATTERN.test(text)) throw new InvariantError('what is stored is no decimal');
  return exactDecimal(text);
}

/** Texts of so many characters state safe integers once their point is taken out: at most 15 digits count. */
const SHORT_TEXT_MAX = 15;

/** One pass over the characters: a `DECIMAL_PATTERN` by hand, since most of the time of reading goes into amounts. */
function parseShort(text: string): Decimal | null {
  const isBelowZero = text.charCodeAt(0) === MINUS;
  const start = isBelowZero ? 1 : 0;
  let coefficient = 0;
  let point = -1;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_0 && code <= DIGIT_9) coefficient = coefficient * 10 + (code - DIGIT_0);
    else if (code === POINT && point < 0) point = at;
    else return null;
  }
  const wholeEnd = point < 0 ? text.length : point;
  const hasNeedlessZero = wholeEnd > start + 1 && text.charCodeAt(start) === DIGIT_0;
  if (wholeEnd === start || point === text.length - 1 || hasNeedlessZero) return null;
  return { coefficient: isBelowZero ? 0 - coefficient : coefficient, scale: point < 0 ? 0 : text.length - point - 1 };
}

function parseLong(text: string): Decimal | null {
  return text.length > DECIMAL_TEXT_MAX || !DECIMAL_PATTERN.test(text) ? null : exactDecimal(text);
}

function exactDecimal(text: string): Decimal {
  const point = text.indexOf('.');
  if (point < 0) return decimal(BigInt(text));
  return decimal(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1);
}

const MINUS = 45;
const POINT = 46;
const DIGIT_0 = 48;
const DIGIT_9 = 57;

/** The one canonical text of a value: no exponent, no plus sign, no trailing zeros, no −0. */
export function formatDecimal({ coefficient, scale }: Decimal): string {
  // A safe integer, like a BigInt, prints all its digits.
  if (scale === 0) return String(coefficient);
  if (coefficient === 0) return '0';
  const isBelowZero = coefficient < 0;
  const digits = String(isBelowZero ? -coefficient : coefficient);
  let end = digits.length;
  const fractionEnd = end - scale;
  while (end > fractionEnd && end > 0 && digits.charCodeAt(end - 1) === DIGIT_0) end -= 1;
  let text: string;
  if (fractionEnd <= 0) text = '0.' + '0'.repeat(-fractionEnd) + digits.slice(0, end);
  else if (end === fractionEnd) text = digits.slice(0, fractionEnd);
  else text = digits.slice(0, fractionEnd) + '.' + digits.slice(fractionEnd, end);
  return isBelowZero ? '-' + text : text;
}

/** The same of a figure that may be missing. */
export function formatDecimalOrNull(value: Decimal | null): string | null {
  return value === null ? null : formatDecimal(value);
}

/** A binary float within 2 · 2^-53 of the value's size, for pictures and for filters with a proven bound; never for a decision. */
export function toFloat(a: Decimal): number {
  return a.scale < FLOAT_POWERS.length
    ? Number(a.coefficient) / (FLOAT_POWERS[a.scale] as number)
    : Number(formatDecimal(a));
}

/**
 * The float nearest to a whole number, ±Infinity beyond the floats; exact up to 2^53. It never falls where the number grows:
 * numbers whose floats differ are ordered as these are. For filters and small counts, never for an amount.
 */
export function floatOf(whole: bigint): number {
  return Number(whole);
}

/** Powers of ten that a float holds exactly. */
const FLOAT_POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${String(exponent)}`));
