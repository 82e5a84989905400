import { z } from 'zod';
import { DECIMAL_TEXT_MAX, formatDecimal, parseDecimal } from '../num/index.ts';

/** The canonical text of what DECIMAL_PATTERN has let through. */
function canonicalDecimal(text: string, context: z.RefinementCtx): string {
  const value = parseDecimal(text);
  if (value !== null) return formatDecimal(value);
  context.addIssue({ code: 'custom', message: 'must be a decimal text' });
  return z.NEVER;
}

function decimalText(pattern: RegExp, message: string) {
  return z.string().max(DECIMAL_TEXT_MAX).regex(pattern, message).transform(canonicalDecimal);
}

/** A decimal ≥ 0, as text. */
export function nonNegativeDecimal(meaning: string) {
  return decimalText(/^(?:0|[1-9]\d*)(?:\.\d+)?$/, 'must be a decimal text at or above zero such as "0.005"').describe(
    meaning,
  );
}

/** A decimal > 0, as text. */
export function positiveDecimal(meaning: string) {
  return decimalText(
    /^(?=.*[1-9])(?:0|[1-9]\d*)(?:\.\d+)?$/,
    'must be a decimal text above zero such as "0.1"',
  ).describe(meaning);
}

/** A decimal of either sign, as text. */
export function signedDecimal(meaning: string) {
  return decimalText(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/, 'must be a decimal text such as "-0.25"').describe(meaning);
}

/** A fraction from 0 to 1, as text: `0.005` is 0.5 %. */
export function fraction(meaning: string) {
  return decimalText(
    /^(?:0(?:\.\d+)?|1(?:\.0+)?)$/,
    'must be a fraction from 0 to 1 such as "0.005" (which is 0.5 %)',
  ).describe(meaning);
}

/** Name of an asset, contract, group or tag. */
export function name(meaning: string) {
  return z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/,
      'must be 1 to 64 letters, digits or . _ : / - and start with a letter or digit',
    )
    .describe(meaning);
}
