import { divide, multiply, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Contract } from '../venue/index.ts';

/**
 * Notional of `units` = |size| · multiplier at a price > 0, in the settlement asset.
 * Linear: units · price, exact. Inverse: units ÷ price, ceiled at the asset's precision.
 */
export function notionalOf(contract: Contract, units: Decimal, price: Decimal, precision: number): Decimal {
  return contract.type === 'linear' ? multiply(units, price) : divide(units, price, precision, 'ceil');
}

/**
 * Unrealized pnl of signed units (+ long) between entry and mark, in the settlement asset.
 * Linear: u · (mark − entry), exact. Inverse: u · (1/entry − 1/mark) = u · (mark − entry) ÷ (entry · mark), floored once.
 */
export function unrealizedPnl(
  contract: Contract,
  signedUnits: Decimal,
  entryPrice: Decimal,
  markPrice: Decimal,
  precision: number,
): Decimal {
  const gain = multiply(signedUnits, subtract(markPrice, entryPrice));
  return contract.type === 'linear' ? gain : divide(gain, multiply(entryPrice, markPrice), precision, 'floor');
}
