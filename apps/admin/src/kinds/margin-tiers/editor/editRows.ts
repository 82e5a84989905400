import { statedText, type Sheet, type TierRow } from './sheetColumns.ts';

/** One figure to be stated; null = nothing is stated there any more. */
export interface CellWrite {
  readonly row: number;
  readonly field: string;
  readonly value: string | null;
}

/**
 * Rows with other figures. Where a border or a maintenance rate moves, deductions stated from there on are dropped
 * unless they are written too: they followed from what it was before, and follow anew from what it is.
 */
export function withWrites(sheet: Sheet, writes: readonly CellWrite[]): TierRow[] {
  const moves = writes.filter(
    ({ row, field, value }) =>
      (field === sheet.floorField || field === 'maintenanceMarginRate') &&
      statedText(sheet.rows[row], field) !== (value ?? ''),
  );
  const from = Math.min(...moves.map(({ row }) => row));
  const last = Math.max(sheet.rows.length - 1, ...writes.map(({ row }) => row));
  const rows: Record<string, unknown>[] = Array.from({ length: last + 1 }, (_, at) => {
    const row = sheet.rows[at] ?? emptyRow(sheet);
    return at >= from && 'maintenanceDeduction' in row ? { ...row, maintenanceDeduction: null } : { ...row };
  });
  for (const { row, field, value } of writes) (rows[row] as Record<string, unknown>)[field] = value;
  return rows;
}

/** Rows with empty ones from `at` on; a further tier begins where the one before it ends. */
export function withInserted(sheet: Sheet, at: number, count = 1): TierRow[] {
  const before = sheet.rows[at - 1];
  const first = { ...emptyRow(sheet), [sheet.floorField]: statedText(before, sheet.capField) };
  const added = Array.from({ length: count }, (_, index) => (index === 0 ? first : emptyRow(sheet)));
  return withoutDeductions(sheet.rows.toSpliced(at, 0, ...added), at);
}

/** Rows without those from `from` to `to`, both included. */
export function withRemoved(sheet: Sheet, from: number, to: number): TierRow[] {
  return withoutDeductions(sheet.rows.toSpliced(from, to - from + 1), from);
}

/** Rows whose deductions from one on are derived, not stated. */
export function withoutDeductions(rows: readonly TierRow[], from = 0): TierRow[] {
  return rows.map((row, at) =>
    at >= from && statedText(row, 'maintenanceDeduction') !== '' ? { ...row, maintenanceDeduction: null } : row,
  );
}

function emptyRow({ floorField, capField }: Sheet): TierRow {
  return { [floorField]: '', [capField]: null, maintenanceMarginRate: '', initialMarginRate: null, leverageMax: null };
}
