import {
  add,
  divide,
  divideToStep,
  isPositive,
  maximum,
  minimum,
  multiply,
  negate,
  sign,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { TICK_WHERE_UNKNOWN } from '../venue/index.ts';
import type { LimitRule } from './liquidation-rules.ts';
import { cashAt, cashAtMark, gainForCash } from './part.ts';
import type { Part } from './part.ts';

/** The worst that a part may be closed at. */
export interface Limit {
  /**
   * On the tick grid, rounded in the account's favor; a sale fills at it or above, a purchase at it or below. Null where no
   * price binds (`any`) or none is good enough (`none`).
   */
  readonly price: Decimal | null;
  readonly reach: 'price' | 'any' | 'none';
  /** Cash delta at the limit, in the pool's asset; never below the bankruptcy amount. */
  readonly amount: Decimal;
}

export interface LimitQuestion {
  readonly part: Part;
  readonly rule: LimitRule;
  /** Of the part, in the pool's asset. */
  readonly bankruptcyAmount: Decimal;
  readonly equity: Decimal;
  readonly maintenanceMargin: Decimal;
  /** Maintenance margin of the whole leg, in the pool's asset. */
  readonly legMaintenance: Decimal;
  /** Sizes of the part and of its leg, > 0. */
  readonly size: Decimal;
  readonly legSize: Decimal;
}

/** The bankruptcy amount, or what the spread leaves of the mark where that is better, as a price on the tick grid. */
export function limitOf(question: LimitQuestion): Limit {
  const { part, rule, bankruptcyAmount } = question;
  const amount = rule.model === 'spread' ? maximum(bankruptcyAmount, spreadAmount(question, rule)) : bankruptcyAmount;
  const { reach, price } = priceFor(part, gainForCash(part, amount));
  if (price === null) return { price, reach, amount: reach === 'any' ? maximum(amount, ZERO) : amount };
  return { price, reach, amount: cashAt(part, price) };
}

/**
 * (N − a·m·M) ÷ size as an amount of the part: what it is worth at the mark less its share of a·m·M, where
 * a = clamp(bankruptcyAdjustment · (1 − equity ÷ maintenanceMargin), 0, 1) and m = spreadToMaintenanceRatio. Rounded up once.
 * Source: dYdX v4, `GetFillablePrice`.
 */
function spreadAmount(question: LimitQuestion, rule: Extract<LimitRule, { model: 'spread' }>): Decimal {
  const { part, equity, maintenanceMargin, legMaintenance, size, legSize } = question;
  if (!isPositive(maintenanceMargin)) return cashAtMark(part);
  const under = maximum(ZERO, multiply(rule.bankruptcyAdjustment, subtract(maintenanceMargin, equity)));
  const adjusted = minimum(under, maintenanceMargin);
  const spread = multiply(multiply(adjusted, rule.spreadToMaintenanceRatio), multiply(legMaintenance, size));
  const share = divide(negate(spread), multiply(maintenanceMargin, legSize), part.precision, 'ceil');
  return add(cashAtMark(part), share);
}

/**
 * The worst price at which the part gains at least so much over the mark, in the settlement asset. Linear: mark + gain ÷ units;
 * inverse: units · mark ÷ (units − gain · mark), both with signed units.
 */
function priceFor({ contract, signedUnits, markPrice }: Part, gain: Decimal): Pick<Limit, 'price' | 'reach'> {
  const tick = contract.tickSize ?? TICK_WHERE_UNKNOWN;
  const isLong = isPositive(signedUnits);
  const isLinear = contract.type === 'linear';
  const dividend = isLinear ? add(multiply(signedUnits, markPrice), gain) : multiply(signedUnits, markPrice);
  const divisor = isLinear ? signedUnits : subtract(signedUnits, multiply(gain, markPrice));
  // A sale that no price is too low for, or a purchase that none is too high for; else one that no price is good enough for.
  const beyond = isLong === isLinear ? 'any' : 'none';
  if (sign(dividend) !== sign(divisor)) return { price: null, reach: beyond };
  const price = divideToStep(dividend, divisor, tick, isLong ? 'ceil' : 'floor');
  return isPositive(price) ? { price, reach: 'price' } : { price: null, reach: 'none' };
}
