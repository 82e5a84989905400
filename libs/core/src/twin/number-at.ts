import { parseDecimal } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { FactValue } from '../venue/index.ts';

/** Values by the name of their fact; decimals as text. */
export type FactValues = ReadonlyMap<string, FactValue>;

/** The number that a fact has; null where it has none. */
export function numberAt(name: string, values: FactValues): Decimal | null {
  const value = values.get(name);
  return typeof value === 'string' || typeof value === 'number' ? parseDecimal(value.toString()) : null;
}
