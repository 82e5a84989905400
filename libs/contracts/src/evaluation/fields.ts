import { z } from 'zod';
import { DECIMAL_PATTERN, DECIMAL_TEXT_MAX } from '@backstop/core/num';
import type { FieldCode } from '../problem/field-codes.ts';

function decimalText() {
  return z
    .string({ error: code('decimal_must_be_text') })
    .max(DECIMAL_TEXT_MAX, { error: code('decimal_must_be_text'), abort: true })
    .regex(DECIMAL_PATTERN, { error: code('decimal_must_be_text'), abort: true });
}

/** A decimal of any sign, as text. */
export function signedAmount(meaning: string) {
  return decimalText().describe(meaning);
}

/** A decimal other than zero, as text. */
export function nonZeroAmount(meaning: string, otherwise: FieldCode) {
  return decimalText().regex(/[1-9]/, code(otherwise)).describe(meaning);
}

/** A decimal > 0, as text. */
export function positiveAmount(meaning: string, otherwise: FieldCode) {
  return decimalText()
    .regex(/^[^-]*[1-9]/, code(otherwise))
    .describe(meaning);
}

/** A decimal ≥ 0, as text. */
export function nonNegativeAmount(meaning: string) {
  return decimalText()
    .regex(/^(?:[^-]|-0(?:\.0+)?$)/, code('amount_must_not_be_negative'))
    .describe(meaning);
}

/** The name of a contract, asset, tag, zone or fact. */
export function nameText(meaning: string) {
  return z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$/, code('name_must_match_its_format'))
    .describe(meaning);
}

/** An id that the trading system chose: any printable, well-formed text. */
export function idText(meaning: string) {
  return z
    .string()
    .max(128, { error: code('id_must_be_printable_text'), abort: true })
    .regex(/^[^\p{C}]+$/u, code('id_must_be_printable_text'))
    .describe(meaning);
}

/** An RFC 3339 instant in UTC, as text; whether the date exists is checked where it is read. */
export function instantText(meaning: string) {
  return z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z$/, code('instant_must_be_rfc3339_utc'))
    .describe(meaning);
}

/** A field code as the message of a check; the type keeps it one that exists. */
export function code(name: FieldCode): FieldCode {
  return name;
}
