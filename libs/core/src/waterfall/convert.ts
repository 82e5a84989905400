import { divide, isPositive, multiply, ONE, subtract } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Conversion } from './waterfall-rules.ts';

/** What one unit of an asset brings in another: a quotient, both parts above zero. */
export interface Rate {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** The rate by which holdings of one asset pay in another; null where no rule or no price lets them. */
export function conversionRate(
  conversions: readonly Conversion[],
  prices: ReadonlyMap<string, Decimal>,
  from: string,
  to: string,
): Rate | null {
  if (from === to) return { numerator: ONE, denominator: ONE };
  const rule = conversions.find((conversion) => conversion.from === from && conversion.to === to);
  const [sold, bought] = [prices.get(from), prices.get(to)];
  if (rule === undefined || sold === undefined || bought === undefined) return null;
  const numerator = multiply(sold, subtract(ONE, rule.discount));
  return isPositive(numerator) && isPositive(bought) ? { numerator, denominator: bought } : null;
}

/** What an amount brings, floored at the precision of what is bought. */
export function worthOf(amount: Decimal, { numerator, denominator }: Rate, precision: number): Decimal {
  return divide(multiply(amount, numerator), denominator, precision, 'floor');
}

/** What must be given to bring so much, ceiled at the precision of what is given. Of a floored worth never more than there is. */
export function costOf(worth: Decimal, { numerator, denominator }: Rate, precision: number): Decimal {
  return divide(multiply(worth, denominator), numerator, precision, 'ceil');
}
