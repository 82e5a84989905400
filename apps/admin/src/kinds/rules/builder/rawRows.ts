import { isRecord } from '../../../text/isRecord.ts';

/** A row of a document as it was typed, however wrong. */
export type RawRow = Readonly<Record<string, unknown>>;

/** The rows of a list in a document; null where they are no list of objects, which only JSON can mend. */
export function rawRows(document: RawRow, list: string): readonly RawRow[] | null {
  const rows = document[list] ?? [];
  return Array.isArray(rows) && rows.every(isRecord) ? rows : null;
}

/** A field of a row as text; '' where it is none. */
export function rawText(row: RawRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}

/** The priority of a rule as the core reads it; 1 where it states none. */
export function rawPriority(rule: RawRow): number {
  return typeof rule['priority'] === 'number' ? rule['priority'] : 1;
}

/**
 * Where each row stands in the canonical document, by its place here: the core tells its problems and findings by the
 * order in which rows are tried or known, which need not be that in which they were typed.
 */
export function canonicalPlaces(rows: readonly RawRow[], order: (a: RawRow, b: RawRow) => number): readonly number[] {
  const sorted = rows.map((row, place) => ({ row, place })).toSorted((a, b) => order(a.row, b.row));
  return rows.map((_, place) => sorted.findIndex((one) => one.place === place));
}

/** The order in which rules are tried. */
export function byPriority(a: RawRow, b: RawRow): number {
  return rawPriority(b) - rawPriority(a);
}

/** The order in which what is known by a name stands. */
export function byText(field: string): (a: RawRow, b: RawRow) => number {
  return (a, b) => {
    const [one, other] = [rawText(a, field), rawText(b, field)];
    return one < other ? -1 : one > other ? 1 : 0;
  };
}
