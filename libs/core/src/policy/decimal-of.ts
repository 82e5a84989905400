import { InvariantError, parseDecimal } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

/** The decimal that a canonical document states. Throws `InvariantError` for a text that no schema lets through. */
export function decimalOf(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new InvariantError(`not a decimal text: ${text}`);
  return value;
}

/** The same for a field that may be null. */
export function decimalOrNull(text: string | null): Decimal | null {
  return text === null ? null : decimalOf(text);
}
