import { divide, lessOrEqual, multiply } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { DepositsWeighting } from './haircut.ts';

/**
 * weight · depositsStart / depositsValue above depositsStart, floored once at `rateDecimals`; else weight.
 *
 * `depositsValue` is what all deposits of the asset at the venue are worth, in the valuation asset.
 * Source: Drift protocol v2, scaled initial asset weight (`drift-scale-*` of the published vectors).
 */
export function depositsWeight(
  weighting: Pick<DepositsWeighting, 'weight' | 'depositsStart'>,
  depositsValue: Decimal,
  rateDecimals: number,
): Decimal {
  const { weight, depositsStart } = weighting;
  if (lessOrEqual(depositsValue, depositsStart)) return weight;
  return divide(multiply(weight, depositsStart), depositsValue, rateDecimals, 'floor');
}
