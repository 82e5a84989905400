import { collateralValue, type Haircut } from '@backstop/core/margin';
import { decimal, isZero, ONE, parseDecimal, toFloat, type Decimal } from '@backstop/core/num';

/** One place of the picture; binary floats, for the eye only. */
export interface WeightPoint {
  readonly held: number;
  readonly countedPercent: number;
}

const PLACES = 160;
/** Decimals of the counted value; a picture needs no more. */
const PRECISION = 8;
/** Where the picture ends if the document names no border: a million of the valuation asset. */
const END_WITHOUT_BORDERS = 1_000_000;

/** Share of the value held that counts, at price 1, from near 0 to past the last border. */
export function weightPoints(haircut: Haircut, end = weightEnd(haircut)): WeightPoint[] {
  return Array.from({ length: PLACES }, (_, place) => {
    const held = (end * (place + 1)) / PLACES;
    const amount = parseDecimal(held.toFixed(8)) ?? ONE;
    const counted = collateralValue(inputAt(haircut, amount));
    return { held, countedPercent: counted === null ? 0 : (toFloat(counted) / toFloat(amount)) * 100 };
  });
}

/** With deposits the picture runs over what the venue holds: one unit held, all the rest by others. */
function inputAt(haircut: Haircut, amount: Decimal): Parameters<typeof collateralValue>[0] {
  const isByDeposits = haircut.weighting.model === 'deposits';
  return { haircut, net: amount, price: ONE, precision: PRECISION, totalDeposits: isByDeposits ? amount : decimal(0n) };
}

/** Where a picture of it ends, past its last border. */
export function weightEnd({ weighting }: Haircut): number {
  switch (weighting.model) {
    case 'ladder': {
      const last = weighting.tiers[weighting.tiers.length - 1];
      return last === undefined || isZero(last.valueFloor) ? END_WITHOUT_BORDERS : toFloat(last.valueFloor) * 3;
    }
    case 'deposits':
      return toFloat(weighting.depositsStart) * 4;
    case 'size-discount': {
      // The weight begins to fall where 1 + factor · √z = 1.1 / weight; the picture shows ten times as much.
      const factor = toFloat(weighting.factor);
      if (factor === 0) return END_WITHOUT_BORDERS;
      const bend = Math.max(0, 1.1 / toFloat(weighting.weight) - 1) / factor;
      return Math.max(1, bend * bend * 10);
    }
  }
}
