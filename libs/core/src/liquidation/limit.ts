import {
  add,
  divide,
  divideToStep,
  isNegative,
  isPositive,
  lessThan,
  maximum,
  minimum,
  multiply,
  negate,
  subtract,
  ZERO,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { TICK_WHERE_UNKNOWN } from '../venue/index.ts';
import type { LimitRule } from './liquidation-rules.ts';
import { cashAt, cashAtMark } from './part.ts';
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
  const { reach, price } = priceFor(part, amount);
  if (price === null) return { price, reach, amount: reach === 'any' ? maximum(amount, ZERO) : amount };
  // Rounding what an inverse contract or a conversion brings may cost a unit: then the next tick is the limit.
  const tick = part.contract.tickSize ?? TICK_WHERE_UNKNOWN;
  const better = isPositive(part.signedUnits) ? add(price, tick) : subtract(price, tick);
  const isShort = lessThan(cashAt(part, price), bankruptcyAmount) && isPositive(better);
  const limit = isShort ? better : price;
  return { price: limit, reach, amount: maximum(cashAt(part, limit), bankruptcyAmount) };
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

/** The worst price at which the part brings at least `amount`. */
function priceFor(part: Part, amount: Decimal): Pick<Limit, 'price' | 'reach'> {
  const { contract, signedUnits, assetPrice } = part;
  const tick = contract.tickSize ?? TICK_WHERE_UNKNOWN;
  const isLong = isPositive(signedUnits);
  const isReceived = isLong === (contract.type === 'linear');
  if (isReceived && !isPositive(amount)) return { price: null, reach: 'any' };
  if (!isReceived && !isNegative(amount)) return { price: null, reach: 'none' };
  const units = multiply(isLong ? signedUnits : negate(signedUnits), assetPrice);
  const owed = isNegative(amount) ? negate(amount) : amount;
  const rounding = isLong ? 'ceil' : 'floor';
  const price =
    contract.type === 'linear' ? divideToStep(owed, units, tick, rounding) : divideToStep(units, owed, tick, rounding);
  return isPositive(price) ? { price, reach: 'price' } : { price: null, reach: 'none' };
}
