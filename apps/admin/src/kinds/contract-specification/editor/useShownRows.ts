import { useMemo, useState } from 'react';
import type { ProblemPlace } from './problemPlaces.ts';
import { changedCells, rowsWith } from './tableRows.ts';
import { shownIn, statedIn, type TableColumn, type TableName, type TableRow } from './tableColumns.ts';

/** Which rows are wanted: all, those with mistakes, those that changed. */
export type Only = 'all' | 'wrong' | 'changed';

export interface ShownRows {
  /** Places of rows, in the order in which they are written. */
  readonly shown: readonly number[];
  /** What is wrong, by `row:field`. */
  readonly wrong: ReadonlyMap<string, string>;
  /** By `row:field`. */
  readonly changed: ReadonlySet<string>;
  readonly sought: string;
  readonly only: Only;
  readonly seek: (sought: string, only: Only) => void;
  /** Rows that were just touched stay, whatever is sought; null = places have moved, and none does. */
  readonly touch: (places: readonly number[] | null) => void;
}

interface Options {
  readonly rows: readonly TableRow[];
  readonly before: readonly TableRow[] | null;
  readonly columns: readonly TableColumn[];
  readonly places: readonly ProblemPlace[];
  readonly table: TableName;
  readonly word: (key: string) => string;
}

/** The rows that are looked at. */
export function useShownRows({ rows, before, columns, places, table, word }: Options): ShownRows {
  const [{ sought, only }, setSought] = useState<{ sought: string; only: Only }>({ sought: '', only: 'all' });
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const wrong = useMemo(() => {
    const first = columns[0]?.field ?? '';
    const here = places.filter((place) => place.table === table && place.row !== null);
    return new Map(here.map(({ row, field, message }) => [`${String(row)}:${field ?? first}`, message]));
  }, [places, table]);
  const changed = useMemo(() => changedCells(rows, before, columns), [rows, before, columns]);
  const texts = useMemo(
    () =>
      rows.map((row) =>
        columns
          .map((column) => `${statedIn(row, column.field)} ${shownIn(column, row, word)}`)
          .join(' ')
          .toLowerCase(),
      ),
    [rows, columns],
  );
  const shown = useMemo(() => {
    const wanted = only === 'all' ? null : rowsOf(only === 'wrong' ? wrong.keys() : changed.keys());
    const found = new Set(rowsWith(texts, sought));
    return rows.flatMap((_, at) => (touched.has(at) || (found.has(at) && wanted?.has(at) !== false) ? [at] : []));
  }, [rows, texts, sought, only, wrong, changed, touched]);
  return {
    ...{ shown, wrong, changed, sought, only },
    seek: (next, which) => {
      setTouched(new Set());
      setSought({ sought: next, only: which });
    },
    touch: (next) => setTouched((kept) => (next === null ? new Set() : new Set([...kept, ...next]))),
  };
}

/** The rows of cells by `row:field`. */
export function rowsOf(cells: Iterable<string>): ReadonlySet<number> {
  return new Set([...cells].map((cell) => Number(cell.split(':', 1)[0])));
}
