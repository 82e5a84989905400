import { divide, multiply, negate, round, subtract, ZERO, add } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { unrealizedPnl } from '../margin/index.ts';
import type { Contract } from '../venue/index.ts';

/** A part of one leg that is to be closed at prices given. */
export interface Part {
  readonly contract: Contract;
  /** size · multiplier of the part; + is long. Never 0. */
  readonly signedUnits: Decimal;
  readonly markPrice: Decimal;
  /** Price of the settlement asset in the pool's asset; 1 where nothing is converted. */
  readonly assetPrice: Decimal;
  /** Whether the settlement asset is converted into the pool's. */
  readonly isConverted: boolean;
  /** Decimals of the settlement asset. */
  readonly settlementPrecision: number;
  /** Decimals of the pool's asset. */
  readonly precision: number;
}

/**
 * What closing the part at the mark pays (+) or costs (−), in the pool's asset: a linear long and an inverse short are worth
 * their notional, the other two owe it. Rounded up, as in the bankruptcy amount.
 */
export function cashAtMark(part: Part): Decimal {
  const { contract, signedUnits, markPrice, settlementPrecision } = part;
  const settled =
    contract.type === 'linear'
      ? multiply(signedUnits, markPrice)
      : divide(negate(signedUnits), markPrice, settlementPrecision, 'ceil');
  return part.isConverted ? round(multiply(settled, part.assetPrice), part.precision, 'ceil') : settled;
}

/** What a fill at a price brings beyond one at the mark, in the settlement asset, floored where it must be rounded. */
export function gainOverMark({ contract, signedUnits, markPrice, settlementPrecision }: Part, price: Decimal): Decimal {
  return unrealizedPnl(contract, signedUnits, markPrice, price, settlementPrecision);
}

/** An amount of the settlement asset in the pool's, floored. */
function inPoolAsset({ isConverted, assetPrice, precision }: Part, settled: Decimal): Decimal {
  return isConverted ? round(multiply(settled, assetPrice), precision, 'floor') : settled;
}

/** An amount of the pool's asset in the settlement asset, rounded as named. */
export function inSettlementAsset(part: Part, amount: Decimal, rounding: 'floor' | 'ceil'): Decimal {
  return part.isConverted ? divide(amount, part.assetPrice, part.settlementPrecision, rounding) : amount;
}

/** The cash delta of closing the part at a price, in the pool's asset. */
export function cashAt(part: Part, price: Decimal): Decimal {
  return add(cashAtMark(part), inPoolAsset(part, gainOverMark(part, price)));
}

/**
 * What the part is filled for beyond the mark where it brings `cash` (in the pool's asset) in all, in the settlement asset:
 * rounded up, so that the account has at least `cash`.
 */
export function gainForCash(part: Part, cash: Decimal): Decimal {
  const gain = subtract(cash, cashAtMark(part));
  return gain.coefficient === 0 ? ZERO : inSettlementAsset(part, gain, 'ceil');
}
