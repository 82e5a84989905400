/** A cell of the sheet, from 0. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells, from where it was begun to where it was drawn. */
export interface CellRange {
  readonly anchor: CellAt;
  readonly head: CellAt;
}

/** The borders of a range, all included. */
export interface RangeBox {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export function boxOf({ anchor, head }: CellRange): RangeBox {
  return {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
}

export function isInside({ top, bottom, left, right }: RangeBox, { row, column }: CellAt): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** A range drawn one cell further by an arrow key, within a sheet of so many rows and columns; null for any other key. */
export function drawn(range: CellRange, key: string, rows: number, columns: number): CellRange | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const [down, right] = step;
  const head = {
    row: Math.max(0, Math.min(rows - 1, range.head.row + down)),
    column: Math.max(0, Math.min(columns - 1, range.head.column + right)),
  };
  return { anchor: range.anchor, head };
}
