import { z } from 'zod';
import { DECIMAL_PATTERN, DECIMAL_TEXT_MAX } from '@backstop/core/num';
import { name } from '@backstop/core/policy';

/** What an instant must be, in words. */
const INSTANT_RULE = 'must be an instant in UTC such as "2024-10-24T12:00:00Z", at most to the millisecond';

function decimalText(pattern: RegExp, rule: string) {
  return z.string().max(DECIMAL_TEXT_MAX).regex(pattern, rule);
}

/** A decimal of any sign, as text. */
export function signedAmount(meaning: string) {
  return decimalText(DECIMAL_PATTERN, 'must be a decimal text such as "-12.5", without exponent or plus sign').describe(
    meaning,
  );
}

/** A decimal other than zero, as text. */
export function nonZeroAmount(meaning: string) {
  return decimalText(
    /^-?(?=.*[1-9])(?:0|[1-9]\d*)(?:\.\d+)?$/,
    'must be a decimal text other than zero such as "-12.5", without exponent or plus sign',
  ).describe(meaning);
}

/** A decimal > 0, as text. */
export function positiveAmount(meaning: string) {
  return decimalText(
    /^(?=.*[1-9])(?:0|[1-9]\d*)(?:\.\d+)?$/,
    'must be a decimal text above zero such as "12.5", without exponent or plus sign',
  ).describe(meaning);
}

/** A decimal ≥ 0, as text. */
export function nonNegativeAmount(meaning: string) {
  return decimalText(
    /^(?:0|[1-9]\d*)(?:\.\d+)?$/,
    'must be a decimal text at or above zero such as "12.5", without exponent or plus sign',
  ).describe(meaning);
}

/** The name of a contract, asset, tag, zone or fact: the same as in a policy. */
export const nameText = name;

/** An id that the trading system chose: any printable, well-formed text. */
export function idText(meaning: string) {
  return z
    .string()
    .min(1)
    .max(128)
    .regex(/^[^\p{C}]*$/u, 'must be printable text without control characters')
    .describe(meaning);
}

/** An RFC 3339 instant in UTC, as text; whether the date exists is checked where it is read. */
export function instantText(meaning: string) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/, INSTANT_RULE)
    .describe(meaning);
}
