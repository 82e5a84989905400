import { add, multiply, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

/**
 * The maintenance deduction of every tier, in the unit of the floors: what makes the steps of a ladder continuous.
 *
 * `d_n = floor_n · (r_n − r_{n−1}) + d_{n−1}`, `d_1 = 0`; exact. Source: Binance USD-M "maintenance amount"
 * (250,000 · (1 % − 0.5 %) + 50 = 1,300).
 */
export function continuousDeductions(rows: readonly { readonly floor: Decimal; readonly rate: Decimal }[]): Decimal[] {
  let deduction = ZERO;
  let rateBefore: Decimal | null = null;
  return rows.map(({ floor, rate }) => {
    if (rateBefore !== null) deduction = add(deduction, multiply(floor, subtract(rate, rateBefore)));
    rateBefore = rate;
    return deduction;
  });
}
