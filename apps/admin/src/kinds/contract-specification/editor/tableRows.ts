import { statedIn, type TableColumn, type TableRow } from './tableColumns.ts';

/** One cell to be stated anew. */
export interface TableWrite {
  readonly row: number;
  readonly field: string;
  /** Undefined = nothing is stated there any more. */
  readonly value: unknown;
}

/** Rows with other cells; rows that are not there yet begin empty. */
export function withCells(
  rows: readonly TableRow[],
  writes: readonly TableWrite[],
  columns: readonly TableColumn[],
): readonly TableRow[] {
  const length = Math.max(rows.length, ...writes.map(({ row }) => row + 1));
  const next = Array.from({ length }, (_, at) => rows[at] ?? emptyRow(columns));
  for (const { row, field, value } of writes) {
    const { [field]: _, ...rest } = next[row] ?? {};
    next[row] = value === undefined ? rest : { ...next[row], [field]: value };
  }
  return next;
}

/** A row that states what it must, left empty. */
export function emptyRow(columns: readonly TableColumn[]): TableRow {
  return Object.fromEntries(
    columns.flatMap(({ field, type, empty, options }) =>
      empty === 'text' ? [[field, type === 'choice' ? options?.[0] : '']] : [],
    ),
  );
}

/** Places of the rows in which every word is found, in what they state or in what they show. */
export function rowsWith(rows: readonly string[], sought: string): readonly number[] {
  const words = sought
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.flatMap((text, at) => (words.every((word) => text.includes(word)) ? [at] : []));
}

/** Where the core sees each row: it sorts by name before it checks what a shape cannot say. */
export function placesByName(rows: readonly TableRow[], key: string): readonly number[] {
  return rows.map((_, at) => at).toSorted((a, b) => byText(statedIn(rows[a], key), statedIn(rows[b], key)));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Cells by `row:field` that do not say what the row of the same name said before; every cell of a row that is new. */
export function changedCells(
  rows: readonly TableRow[],
  before: readonly TableRow[] | null,
  columns: readonly TableColumn[],
): ReadonlySet<string> {
  const key = columns[0]?.field ?? '';
  if (before === null) return new Set();
  const old = new Map(before.map((row) => [statedIn(row, key), row]));
  return new Set(
    rows.flatMap((row, at) => {
      const was = old.get(statedIn(row, key));
      // The group of a contract is its own name where none is given.
      const said = (one: TableRow, field: string): string =>
        statedIn(one, field) || (field === 'group' ? statedIn(one, key) : '');
      if (was === row) return [];
      return columns
        .filter(({ field }) => was === undefined || said(row, field) !== said(was, field))
        .map(({ field }) => `${String(at)}:${field}`);
    }),
  );
}
