import { divide, formatDecimal, isPositive, multiply, parseDecimal, subtract, decimal } from '@backstop/core/num';

/** How far a price is from the mark, in percent of the mark, floored at two decimals, signed; null where either is missing. */
export function distancePercent(price: string | null, mark: string | undefined): string | null {
  const to = price === null ? null : parseDecimal(price);
  const from = mark === undefined ? null : parseDecimal(mark);
  if (to === null || from === null || !isPositive(from)) return null;
  return formatDecimal(divide(multiply(subtract(to, from), decimal(100n)), from, 2, 'floor'));
}

/** Share of `whole` that `part` is, from 0 to 1 as a float: for the length of a bar, never for a figure. */
export function shareOf(part: string | null, whole: string | null): number {
  if (part === null || whole === null) return 0;
  const share = Number(part) / Number(whole);
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
