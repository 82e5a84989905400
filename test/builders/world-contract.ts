import type { UsualPosition } from './arbitrary-ladder.ts';

/** A contract that worlds trade: its row, where its price is, and what a position of it usually is. */
export interface WorldContract {
  readonly row: Readonly<Record<string, string>>;
  readonly price: { readonly from: number; readonly to: number };
  readonly ticks: readonly (string | null)[];
  readonly coarseTicks: readonly string[];
  /** In contracts. */
  readonly sizeMax: number;
  readonly usual: UsualPosition;
}
