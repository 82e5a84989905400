import type { BlockCell } from './readBlock.ts';
import type { SheetColumn } from './sheetColumns.ts';

/** A block whose columns are known by their headings, with these taken off. */
export interface HeadedBlock {
  readonly columns: readonly SheetColumn[];
  readonly cells: readonly (readonly BlockCell[])[];
  /** Whether the headings are the names of fields, as the console writes them: rates are fractions then. */
  readonly isOwn: boolean;
  /** Headings of columns that are neither a field nor empty: what stands under them is not taken over. */
  readonly leftOut: readonly string[];
}

/**
 * The block under its headings; null where its first line is none, or names a field twice. Headings are the fields of a tier or what the sheet
 * calls them (`titles`, by field); a column that is neither is left out, as are those that only follow from others.
 */
export function matchHeadings(
  cells: readonly (readonly BlockCell[])[],
  columns: readonly SheetColumn[],
  titles: Readonly<Record<string, string>>,
): HeadedBlock | null {
  const [head = [], ...lines] = cells;
  const found = head.map((cell) => columns.find(({ field }) => isHeading(cell, field, titles[field])) ?? null);
  const known = found.flatMap((column, at) => (column === null ? [] : [{ column, at }]));
  if (known.length === 0 || head.some((cell) => typeof cell === 'number')) return null;
  if (new Set(known.map(({ column }) => column.field)).size < known.length) return null;
  return {
    columns: known.map(({ column }) => column),
    cells: lines.map((line) => known.map(({ at }) => line[at] ?? '')),
    leftOut: head.flatMap((cell, at) =>
      found[at] === null && String(cell).trim() !== '' ? [String(cell).trim()] : [],
    ),
    isOwn: known.every(({ column, at }) => head[at] === column.field),
  };
}

function isHeading(cell: BlockCell, field: string, title: string | undefined): boolean {
  if (typeof cell !== 'string') return false;
  const text = cell.trim().toLowerCase();
  return text === field.toLowerCase() || text.replace(/\s*\(.*\)$|,.*$/, '') === title?.toLowerCase();
}
