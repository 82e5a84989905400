import { cellsOf, type RangeBox } from '../../sheet/cellRange.ts';
import { clipboardText } from '../../sheet/clipboardCells.ts';
import type { BlockActs } from '../../sheet/useSheet.ts';
import { usePaste, type Paste } from './usePaste.ts';
import { emptyRow, withCells, type TableWrite } from './tableRows.ts';
import { statedIn, typedIn, type TableColumn, type TableRow } from './tableColumns.ts';

export interface TableActs extends BlockActs, Paste {
  readonly write: (writes: readonly TableWrite[]) => void;
  /** A row like one that is there, without its name. */
  readonly copyRow: (place: number) => void;
}

interface Options {
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
  /** Places of the rows that are shown, in their order; a range speaks of these. */
  readonly shown: readonly number[];
  readonly history: { readonly undo: () => void; readonly redo: () => void };
  /** Told the rows that were touched, which stay in sight; null = places have moved. */
  readonly onChange: (rows: readonly TableRow[], touched: readonly number[] | null) => void;
  /** Told the place of a row that is new. */
  readonly onAdded: (place: number) => void;
}

/** Everything that can be done to a table; each is one step that can be taken back. */
export function useTableActs({ rows, columns, shown, history, onChange, onAdded }: Options): TableActs {
  const write = (writes: readonly TableWrite[]): void =>
    onChange(
      withCells(rows, writes, columns),
      writes.map(({ row }) => row),
    );
  const each = (box: RangeBox, valueAt: (row: number, column: TableColumn) => unknown): TableWrite[] =>
    cellsOf(box).flatMap(({ row, column }) => {
      const [place, at] = [shown[row], columns[column]];
      return place === undefined || at === undefined
        ? []
        : [{ row: place, field: at.field, value: valueAt(place, at) }];
    });
  const placeOf = (row: number): number => shown[row] ?? rows.length + row - shown.length;
  const paste = usePaste({ columns, placeOf, write });
  const added = (row: TableRow): void => {
    onChange([...rows, row], [rows.length]);
    onAdded(rows.length);
  };
  return {
    ...history,
    ...paste,
    write,
    insert: () => added(emptyRow(columns)),
    copyRow: (place) => added({ ...rows[place], [columns[0]?.field ?? '']: '' }),
    canRemove: () => true,
    remove: ({ top, bottom }) => {
      const gone = new Set(shown.slice(top, bottom + 1));
      onChange(
        rows.filter((_, at) => !gone.has(at)),
        null,
      );
    },
    clear: (box) => write(each(box, (_, column) => typedIn(column, ''))),
    fillDown: (box) => {
      const first = rows[shown[box.top] ?? 0];
      write(each({ ...box, top: box.top + 1 }, (_, { field }) => first?.[field]));
    },
    copied: ({ top, bottom, left, right }) =>
      clipboardText(
        shown
          .slice(top, bottom + 1)
          .map((place) => columns.slice(left, right + 1).map(({ field }) => statedIn(rows[place], field))),
      ),
  };
}
