import { add, compare, decimal, isPositive, lessThan, multiply, ONE, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

const HALF = decimal(5n, 1);
const TWO = decimal(2n, 0);

/** From a thousandth to a trillion: where a document that has no borders is measured. */
export const POWERS_OF_TEN: readonly Decimal[] = Array.from({ length: 16 }, (_, at) =>
  at < 3 ? decimal(1n, 3 - at) : decimal(10n ** BigInt(at - 3), 0),
);

/**
 * The borders above zero, ascending, with the middle of each two neighbours (zero is one of them) and twice the last:
 * where a document that is straight between its borders is measured. One, where there are none.
 */
export function aroundBorders(borders: readonly Decimal[]): Decimal[] {
  const sorted = borders.filter(isPositive).toSorted(compare);
  const distinct = sorted.filter((border, at) => at === 0 || lessThan(sorted[at - 1] ?? ZERO, border));
  const last = distinct.at(-1);
  if (last === undefined) return [ONE];
  const points = distinct.flatMap((border, at) => [multiply(add(distinct[at - 1] ?? ZERO, border), HALF), border]);
  return [...points, multiply(last, TWO)];
}
