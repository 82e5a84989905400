import type { Haircut } from '../../margin/index.ts';
import { decimalOf, decimalOrNull } from '../../policy/index.ts';
import type { CollateralHaircutDocument } from './schema.ts';

/** The document bound to the mechanism of collateral value; exact. */
export function compile(document: CollateralHaircutDocument): Haircut {
  const { priceRule, liability } = document;
  return {
    weighting: weightingOf(document),
    priceRule: { source: priceRule.source, floorPrice: decimalOrNull(priceRule.floorPrice) },
    priceAgeMaxSeconds: document.priceAgeMaxSeconds,
    shareMax: decimalOrNull(document.shareMax),
    liability:
      liability === null
        ? null
        : { weight: decimalOf(liability.weight), factor: decimalOf(liability.factor), rounding: liability.rounding },
    rateDecimals: document.rateDecimals,
  };
}

function weightingOf(document: CollateralHaircutDocument): Haircut['weighting'] {
  switch (document.model) {
    case 'ladder':
      return {
        model: 'ladder',
        tiers: document.tiers.map(({ valueFloor, valueCap, weight }) => ({
          valueFloor: decimalOf(valueFloor),
          valueCap: decimalOrNull(valueCap),
          weight: decimalOf(weight),
        })),
      };
    case 'size-discount':
      return { model: 'size-discount', weight: decimalOf(document.weight), factor: decimalOf(document.factor) };
    case 'deposits':
      return {
        model: 'deposits',
        weight: decimalOf(document.weight),
        depositsStart: decimalOf(document.depositsStart),
      };
  }
}
