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

export function sameCell(a: CellAt, b: CellAt): boolean {
  return a.row === b.row && a.column === b.column;
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

/** Its cells, row by row. */
export function cellsOf({ top, bottom, left, right }: RangeBox): CellAt[] {
  const across = Array.from({ length: right - left + 1 }, (_, index) => left + index);
  return Array.from({ length: bottom - top + 1 }, (_, index) => top + index).flatMap((row) =>
    across.map((column) => ({ row, column })),
  );
}

/** What is pasted into a range: one cell fills all of it, any other block goes in as it is. */
export function filled<Cell>(cells: readonly (readonly Cell[])[], at: RangeBox | null): readonly (readonly Cell[])[] {
  const only = cells[0]?.[0];
  if (at === null || only === undefined || cells.length !== 1 || cells[0]?.length !== 1) return cells;
  return Array.from({ length: at.bottom - at.top + 1 }, () =>
    Array.from({ length: at.right - at.left + 1 }, () => only),
  );
}
