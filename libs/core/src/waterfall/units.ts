import { coefficientOf, decimal, round } from '../num/index.ts';
import type { Decimal, Rounding } from '../num/index.ts';

/** An amount as whole numbers of the asset's smallest unit, rounded in the named direction. */
export function toUnits(amount: Decimal, precision: number, rounding: Rounding): bigint {
  const rounded = round(amount, precision, rounding);
  return coefficientOf(rounded) * 10n ** BigInt(precision - rounded.scale);
}

/** Units of an asset as an amount. */
export function fromUnits(units: bigint, precision: number): Decimal {
  return decimal(units, precision);
}
