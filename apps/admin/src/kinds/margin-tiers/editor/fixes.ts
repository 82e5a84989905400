import { compare, parseDecimal } from '@backstop/core/num';
import type { Problem } from '@backstop/core/problem';
import { withoutDeductions } from './editRows.ts';
import { statedText, type Sheet, type TierRow } from './sheetColumns.ts';

export const FIXES = ['sort', 'floors_from_caps', 'caps_from_floors', 'derive_deductions'] as const;

export type Fix = (typeof FIXES)[number];

const MENDS: Readonly<Record<string, readonly Fix[]>> = {
  tier_gap: ['floors_from_caps', 'caps_from_floors'],
  tier_overlap: ['floors_from_caps', 'caps_from_floors'],
  first_floor_not_zero: ['floors_from_caps'],
  tier_cap_missing: ['caps_from_floors'],
  tier_cap_not_above_floor: ['caps_from_floors'],
  tier_floor_duplicated: ['floors_from_caps'],
  maintenance_deduction_broken: ['derive_deductions'],
  maintenance_deduction_not_applied: ['derive_deductions'],
};

/** What can be mended with one press: only what leads to other rows, and nothing that invents a figure. */
export function fixesFor(sheet: Sheet, problems: readonly Problem[]): Fix[] {
  const offered = new Set(problems.flatMap(({ code }) => MENDS[code] ?? []));
  const wanted = FIXES.filter((fix) => (fix === 'sort' ? !isSorted(sheet) : offered.has(fix)));
  return wanted.filter((fix) => JSON.stringify(fixed(sheet, fix)) !== JSON.stringify(sheet.rows));
}

/** The rows after one of them. Sorting goes first where it is due: borders follow from their neighbours. */
export function fixed(sheet: Sheet, fix: Fix): TierRow[] {
  const { rows, floorField, capField } = sheet;
  switch (fix) {
    case 'sort':
      return sheet.rows.toSorted((a, b) => byFloor(floorField, a, b));
    case 'derive_deductions':
      return withoutDeductions(rows);
    case 'floors_from_caps':
      return withoutDeductions(
        rows.map((row, at) => {
          const floor = at === 0 ? '0' : statedText(rows[at - 1], capField);
          return floor === '' ? row : { ...row, [floorField]: floor };
        }),
      );
    case 'caps_from_floors':
      return rows.map((row, at) => {
        const floor = statedText(rows[at + 1], floorField);
        return floor === '' ? row : { ...row, [capField]: floor };
      });
  }
}

/** Whether the rows stand in the order of their floors; one whose floor cannot be read is in nobody's way. */
function isSorted({ rows, floorField }: Sheet): boolean {
  return rows.every((row, at) => at === 0 || byFloor(floorField, rows[at - 1] as TierRow, row) <= 0);
}

/** Where the core sees each row: it sorts by floor before it checks; null while a floor cannot be read. */
export function sortedPlaces({ rows, floorField }: Sheet): number[] | null {
  if (rows.some((row) => parseDecimal(statedText(row, floorField)) === null)) return null;
  return rows.map((_, at) => at).toSorted((a, b) => byFloor(floorField, rows[a] as TierRow, rows[b] as TierRow));
}

function byFloor(field: string, a: TierRow, b: TierRow): number {
  const [left, right] = [parseDecimal(statedText(a, field)), parseDecimal(statedText(b, field))];
  return left === null || right === null ? 0 : compare(left, right);
}
