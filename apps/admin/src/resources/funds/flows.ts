import type { FundStatement } from '@backstop/contracts';
import { formatDecimal, parseDecimal, sum, ZERO } from '@backstop/core/num';

/** What may move a balance on a day; `out` alone lowers it. */
export const FLOWS = ['opening', 'deposits', 'surplus', 'fees', 'positions', 'out'] as const;

export type Flow = (typeof FLOWS)[number];

/** What flowed on a day, signed: what is paid for losses is below zero. */
export function flowOf(day: FundStatement, flow: Flow): string {
  if (flow !== 'out') return day.in[flow];
  return day.out === '0' ? day.out : `-${day.out}`;
}

/** The same over many days, exact. */
export function summedFlow(days: readonly FundStatement[], flow: Flow): string {
  return formatDecimal(sum(days.map((day) => parseDecimal(flowOf(day, flow)) ?? ZERO)));
}
