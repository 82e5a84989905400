import { isPositive, multiply, parseDecimal, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import type { AccountField, FieldPlaces } from './account-fields.ts';

/** A cell that does not hold what its column is for. */
export interface CellFault {
  readonly field: AccountField;
  readonly text: string;
  /** What it must be. */
  readonly must: string;
}

/** Reads the cells of one record; what a cell does not hold is told to `fault`, and 0 is answered. */
export interface CellReader {
  readonly amount: (field: AccountField) => Decimal;
  /** An amount above 0. */
  readonly price: (field: AccountField) => Decimal;
  readonly isShort: () => boolean;
  readonly has: (field: AccountField) => boolean;
}

/** A reader of a record whose cells stand at these places; only fields that have a place are asked for. */
export function cellReader(
  places: FieldPlaces,
  record: readonly string[],
  fault: (fault: CellFault) => void,
): CellReader {
  const textOf = (field: AccountField): string => (record[places.get(field) ?? -1] ?? '').trim();
  const amount = (field: AccountField): Decimal => {
    const text = textOf(field);
    const value = parseAmount(text);
    if (value === null) fault({ field, text, must: 'be a decimal number' });
    return value ?? ZERO;
  };
  return {
    amount,
    price: (field) => {
      const value = parseAmount(textOf(field));
      if (value !== null && isPositive(value)) return value;
      fault({ field, text: textOf(field), must: 'be a price above 0' });
      return ZERO;
    },
    isShort: () => {
      const text = textOf('side').toLowerCase();
      if (text !== 'long' && text !== 'short') fault({ field: 'side', text, must: 'be long or short' });
      return text === 'short';
    },
    has: (field) => places.has(field),
  };
}

/** Exponents beyond this are no amounts of anything. */
const EXPONENT_MAX = 40;

/** The exact value of a decimal text, also of one with an exponent, as spreadsheets write small and large amounts (`1e-05`). */
function parseAmount(text: string): Decimal | null {
  const plain = parseDecimal(text);
  if (plain !== null) return plain;
  const [, mantissa = '', exponentText = ''] = /^(-?\d+(?:\.\d+)?)[eE]([+-]?\d{1,2})$/.exec(text) ?? [];
  const value = parseDecimal(mantissa);
  const exponent = Number(exponentText);
  if (value === null || Math.abs(exponent) > EXPONENT_MAX) return null;
  const digits = exponent < 0 ? `0.${'0'.repeat(-exponent - 1)}1` : `1${'0'.repeat(exponent)}`;
  const power = parseDecimal(digits);
  return power === null ? null : multiply(value, power);
}
