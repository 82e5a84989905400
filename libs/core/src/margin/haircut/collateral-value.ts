import { isPositive, isZero, multiply, negate, round, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { depositsWeight } from './deposits-weight.ts';
import type { Haircut, Weighting } from './haircut.ts';
import { ladderValue } from './ladder-value.ts';
import { liabilityWeight } from './liability-weight.ts';
import { sizeDiscountWeight } from './size-discount-weight.ts';

export interface CollateralValueInput {
  readonly haircut: Pick<Haircut, 'weighting' | 'liability' | 'rateDecimals'>;
  /** Signed amount of the asset: balance + pending funding + pnl settled in it; below 0 is a debt. */
  readonly net: Decimal;
  /** > 0, in the valuation asset per unit, by `assetPrice`. */
  readonly price: Decimal;
  /** Decimals of the valuation asset. */
  readonly precision: number;
  /** Amount of the asset deposited at the whole venue; null = not known. */
  readonly totalDeposits: Decimal | null;
}

/**
 * What `net` adds to equity, in the valuation asset, floored once at `precision`.
 *
 * An asset counts at its weight, a debt at its liability weight (≥ 1), so that a haircut never flatters either.
 * null where the model scales with the venue's deposits and these are not known.
 */
export function collateralValue(input: CollateralValueInput): Decimal | null {
  const { haircut, net, price, precision } = input;
  if (isZero(net)) return ZERO;
  const value = multiply(net, price);
  const counted = isPositive(net) ? countedValue(haircut, value, input) : owedValue(haircut, net, value);
  return counted === null ? null : round(counted, precision, 'floor');
}

function countedValue(
  haircut: CollateralValueInput['haircut'],
  value: Decimal,
  { net, price, totalDeposits }: CollateralValueInput,
): Decimal | null {
  const weighting: Weighting = haircut.weighting;
  if (weighting.model === 'ladder') {
    const only = weighting.tiers.length === 1 ? weighting.tiers[0] : undefined;
    if (only?.valueCap !== null) return ladderValue(weighting.tiers, value);
    return isOne(only.weight) ? value : multiply(value, only.weight);
  }
  if (weighting.model === 'size-discount') {
    return multiply(value, sizeDiscountWeight(weighting, net, haircut.rateDecimals));
  }
  if (totalDeposits === null) return null;
  return multiply(value, depositsWeight(weighting, multiply(totalDeposits, price), haircut.rateDecimals));
}

/** Below zero like `value`; flooring it makes the debt larger. */
function owedValue(
  { liability, rateDecimals }: CollateralValueInput['haircut'],
  net: Decimal,
  value: Decimal,
): Decimal {
  return liability === null ? value : multiply(value, liabilityWeight(liability, negate(net), rateDecimals));
}

function isOne(weight: Decimal): boolean {
  return weight.coefficient === 1 && weight.scale === 0;
}
