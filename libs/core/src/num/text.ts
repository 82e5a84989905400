import type { Decimal } from './decimal.ts';

/** The longest decimal text that is read: room for any real amount, none for a denial of service. */
export const DECIMAL_TEXT_MAX = 64;

/** Decimal text as it may come in: no exponent, no plus sign, no bare point, no needless leading zero. */
export const DECIMAL_PATTERN = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The decimal that a text states, or null where the text is not a decimal (`1e5`, `+1`, `.5`, `NaN`, over 64 characters). */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > DECIMAL_TEXT_MAX || !DECIMAL_PATTERN.test(text)) return null;
  const point = text.indexOf('.');
  if (point < 0) return { coefficient: BigInt(text), scale: 0 };
  return { coefficient: BigInt(text.slice(0, point) + text.slice(point + 1)), scale: text.length - point - 1 };
}

/** The one canonical text of a value: no exponent, no plus sign, no trailing zeros, no −0. */
export function formatDecimal(a: Decimal): string {
  let coefficient = a.coefficient;
  if (a.scale === 0) return coefficient.toString();
  if (coefficient === 0n) return '0';
  const isNegative = coefficient < 0n;
  if (isNegative) coefficient = -coefficient;
  const digits = coefficient.toString();
  let end = digits.length;
  const fractionEnd = end - a.scale;
  while (end > fractionEnd && end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  let text: string;
  if (fractionEnd <= 0) text = '0.' + '0'.repeat(-fractionEnd) + digits.slice(0, end);
  else if (end === fractionEnd) text = digits.slice(0, fractionEnd);
  else text = digits.slice(0, fractionEnd) + '.' + digits.slice(fractionEnd, end);
  return isNegative ? '-' + text : text;
}

/** A binary float within 2 · 2^-53 of the value's size, for pictures and for filters with a proven bound; never for a decision. */
export function toFloat(a: Decimal): number {
  return a.scale < FLOAT_POWERS.length
    ? Number(a.coefficient) / (FLOAT_POWERS[a.scale] as number)
    : Number(formatDecimal(a));
}

/** Powers of ten that a float holds exactly. */
const FLOAT_POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${String(exponent)}`));
