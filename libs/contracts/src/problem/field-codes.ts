/**
 * What can be wrong with one field of a request: stable code → sentence.
 * A field names its code as the message of its check, so that the schema is the only place that says what is asked.
 */
export const fieldCodes = {
  field_must_be_present: 'is missing',
  field_must_be_known: 'is not a known field',
  value_must_have_its_type: 'has the wrong type',
  value_must_be_one_of_its_choices: 'is none of the choices',
  text_must_be_within_its_length: 'is too short or too long',
  list_must_be_within_its_length: 'has too many entries',
  number_must_be_within_its_bounds: 'is out of its bounds',
  name_must_match_its_format: 'must be 1 to 64 letters, digits or . _ : / - and start with a letter or digit',
  id_must_be_printable_text: 'must be 1 to 128 printable characters',
  text_must_be_printable: 'must be printable text without control characters',
  decimal_must_be_text: 'must be a decimal as text such as "-12.5": no exponent, no plus sign, at most 64 characters',
  price_must_be_above_zero: 'must be a price above zero',
  leverage_must_be_above_zero: 'must be a leverage above zero',
  order_size_must_be_above_zero: 'must be a size above zero; the side says the direction',
  amount_must_not_be_negative: 'must not be negative',
  position_size_must_not_be_zero: 'must not be zero: a position without size is no position',
  position_size_must_match_its_side: 'a long position has a size above zero, a short one below',
  position_must_be_unique: 'a position is unique by contract, side and margin',
  isolated_margin_must_be_present: 'an isolated position states its isolated margin',
  isolated_margin_must_be_absent: 'only an isolated position has an isolated margin',
  collateral_asset_must_be_unique: 'an asset has one balance',
  instant_must_be_rfc3339_utc: 'must be an instant in UTC such as "2024-10-24T12:00:00Z", at most to the millisecond',
  line_must_be_market_or_account: 'a line holds either `market` or `account`',
} as const satisfies Readonly<Record<string, string>>;

export type FieldCode = keyof typeof fieldCodes;

export function isFieldCode(text: string): text is FieldCode {
  return Object.hasOwn(fieldCodes, text);
}
