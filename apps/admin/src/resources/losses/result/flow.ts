import type { LossResource } from '@backstop/contracts';
import { add, equals, formatDecimal, parseDecimal, sum, ZERO } from '@backstop/core/num';

/** One step down the waterfall. */
export interface FlowRow {
  /** Type of the layer, `owed` or `uncovered`. */
  readonly type: string;
  /** What it takes of the deficit. */
  readonly drawn: string;
  /** Where its bar begins and how long it is, as shares of the deficit: for drawing, never for a figure. */
  readonly from: number;
  readonly share: number;
}

/** What of a loss the picture is drawn from. */
export type FlowingLoss = Pick<LossResource, 'deficit' | 'layers' | 'owed' | 'uncovered'>;

/** What every layer takes, one below the other, and what nobody does; whether all of it adds up to the deficit exactly. */
export function flowOf({ deficit, layers, owed, uncovered }: FlowingLoss): {
  readonly rows: readonly FlowRow[];
  readonly total: string;
  readonly isWhole: boolean;
} {
  const whole = parseDecimal(deficit?.amount ?? '0') ?? ZERO;
  const steps = [
    ...layers.map(({ type, drawn }) => ({ type, drawn })),
    ...(owed === '0' ? [] : [{ type: 'owed', drawn: owed }]),
    { type: 'uncovered', drawn: uncovered },
  ];
  const amounts = steps.map(({ drawn }) => parseDecimal(drawn) ?? ZERO);
  const length = Number(formatDecimal(whole));
  let before = ZERO;
  const rows = steps.map((step, index) => {
    const from = before;
    before = add(before, amounts[index] ?? ZERO);
    return { ...step, from: shareOf(formatDecimal(from), length), share: shareOf(step.drawn, length) };
  });
  const total = sum(amounts);
  return { rows, total: formatDecimal(total), isWhole: equals(total, whole) };
}

function shareOf(part: string, whole: number): number {
  return whole > 0 ? Math.min(1, Number(part) / whole) : 0;
}
