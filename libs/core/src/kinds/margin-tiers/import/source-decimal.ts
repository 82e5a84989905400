import { DECIMAL_PATTERN, DECIMAL_TEXT_MAX } from '../../../num/index.ts';

/** A figure of a source file as decimal text, or why it cannot be taken over. */
export type SourceDecimal =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: string; readonly message: string; readonly suggestion: string };

/** Significant digits that a JSON number keeps of every decimal: up to here its shortest text is what was written. */
const NUMBER_DIGITS = 15;

/**
 * The decimal that a source states, never through float arithmetic. Text is taken as it stands; of a JSON number, the
 * shortest text that reads back to it, which is what was written as long as it has at most 15 significant digits.
 * Longer ones are refused (`number_not_exact`), as is what is no plain decimal (`figure_not_decimal`).
 */
export function sourceDecimal(value: unknown): SourceDecimal {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || text.length > DECIMAL_TEXT_MAX || !DECIMAL_PATTERN.test(text)) {
    return {
      ok: false,
      code: 'figure_not_decimal',
      message: `\`${shown(value)}\` is not a plain decimal figure`,
      suggestion: 'a decimal text such as "0.005", or a JSON number without exponent',
    };
  }
  if (typeof value !== 'number' || significantDigits(text) <= NUMBER_DIGITS) return { ok: true, text };
  return {
    ok: false,
    code: 'number_not_exact',
    message: `the number \`${text}\` has more digits than a JSON number keeps`,
    suggestion: 'write it as text, so that it is read digit by digit',
  };
}

function significantDigits(text: string): number {
  return text.replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '').length;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
