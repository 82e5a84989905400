/** What a row may say about an account; the names are the headers unless they are mapped. */
export const ACCOUNT_FIELDS = [
  ...(['id', 'pnl', 'equity', 'notional', 'leverage', 'pnl_percent'] as const),
  ...(['mark_price', 'entry_price', 'side', 'size'] as const),
] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

/** Place of each known field's column in a record. */
export type FieldPlaces = ReadonlyMap<AccountField, number>;
