import type { RawDocument } from '../../editorProps.ts';
import { isRecord } from '../../../text/isRecord.ts';

/** What a column of the sheet is counted in. */
export type ColumnUnit = 'amount' | 'rate' | 'times';

export interface SheetColumn {
  /** The field of a tier that it shows. */
  readonly field: string;
  readonly unit: ColumnUnit;
  /** Whether an empty cell says something: no end, not stated. */
  readonly isOptional: boolean;
}

/** A tier as its document states it, however wrong. */
export type TierRow = Readonly<Record<string, unknown>>;

/** What a document of steps says beside its tiers, its columns, and its tiers. */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly TierRow[];
  readonly floorField: string;
  readonly capField: string;
}

/** The sheet of a document of steps; null where it is none, or its tiers are no objects. */
export function sheetOf({ model, basis, tiers }: RawDocument): Sheet | null {
  if (model !== 'step' || (basis !== 'notional' && basis !== 'size') || !Array.isArray(tiers)) return null;
  if (!tiers.every(isRecord)) return null;
  const [floorField, capField] = [`${basis}Floor`, `${basis}Cap`];
  return { columns: columnsOf(floorField, capField), rows: tiers, floorField, capField };
}

function columnsOf(floorField: string, capField: string): SheetColumn[] {
  return [
    { field: floorField, unit: 'amount', isOptional: false },
    { field: capField, unit: 'amount', isOptional: true },
    { field: 'maintenanceMarginRate', unit: 'rate', isOptional: false },
    { field: 'initialMarginRate', unit: 'rate', isOptional: true },
    { field: 'leverageMax', unit: 'times', isOptional: true },
    { field: 'maintenanceDeduction', unit: 'amount', isOptional: true },
  ];
}

/** The exact text that a tier states in a field; '' = none. */
export function statedText(row: TierRow | undefined, field: string): string {
  const value = row?.[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
