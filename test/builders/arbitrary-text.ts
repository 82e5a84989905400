import fc from 'fast-check';

/** Decimal texts from `min` to `max` with at most that many decimals, both ends included. */
export function decimalTexts(min: number, max: number, decimals: number): fc.Arbitrary<string> {
  const unit = 10 ** decimals;
  const range = { min: BigInt(Math.round(min * unit)), max: BigInt(Math.round(max * unit)) };
  return fc.bigInt(range).map((units) => textOfUnits(units, decimals));
}

/** The text of `units` · 10^-decimals, trailing zeros kept: another writing of the same number now and then. */
function textOfUnits(units: bigint, decimals: number): string {
  if (decimals === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** A whole number of `unit`s as text: how a share of something known becomes an amount. */
export function textNear(value: number, decimals: number): string {
  return textOfUnits(BigInt(Math.round(value * 10 ** decimals)), decimals);
}
