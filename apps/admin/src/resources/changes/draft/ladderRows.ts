import { parsedJson } from '../../../text/parsedJson.ts';

/** A ladder of steps of notional as a sheet: its rows, and everything else that the document says. */
export interface LadderRows {
  readonly document: Readonly<Record<string, unknown>>;
  readonly rows: readonly TierRow[];
}

export const TIER_FIELDS = [
  'notionalFloor',
  'notionalCap',
  'maintenanceMarginRate',
  'initialMarginRate',
  'leverageMax',
] as const;

export type TierField = (typeof TIER_FIELDS)[number];

/** A tier as its document states it; what the sheet does not show is carried along. */
export type TierRow = Readonly<Record<string, unknown>>;

/** Fields that may be absent: an empty cell is null, not an empty text. */
const OPTIONAL: ReadonlySet<TierField> = new Set(['notionalCap', 'initialMarginRate', 'leverageMax']);

/** The sheet of a document; null where it is no ladder of notional steps, or no JSON. */
export function ladderRows(text: string): LadderRows | null {
  const document = parsedJson(text) as Record<string, unknown> | null;
  if (typeof document !== 'object' || document === null) return null;
  const { model, basis, tiers } = document;
  if (model !== 'step' || basis !== 'notional' || !Array.isArray(tiers)) return null;
  if (!tiers.every((tier) => typeof tier === 'object' && tier !== null && !Array.isArray(tier))) return null;
  return { document, rows: tiers as TierRow[] };
}

/** The text of a document with other rows. */
export function withRows({ document }: LadderRows, rows: readonly TierRow[]): string {
  return JSON.stringify({ ...document, tiers: rows }, null, 2);
}

/** What a cell shows of a tier. */
export function cellText(row: TierRow, field: TierField): string {
  const value = row[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/**
 * Rows with another value in one cell. Where a border or a maintenance rate moves, deductions stated from there on are
 * dropped: they followed from what it was before, and follow anew from what it is.
 */
export function withCell(rows: readonly TierRow[], index: number, field: TierField, text: string): TierRow[] {
  const value = text.trim().replaceAll(',', '');
  const movesDeductions = field === 'notionalFloor' || field === 'maintenanceMarginRate';
  return rows.map((row, at) => ({
    ...row,
    ...(movesDeductions && at >= index && 'maintenanceDeduction' in row ? { maintenanceDeduction: null } : {}),
    ...(at === index ? { [field]: value === '' && OPTIONAL.has(field) ? null : value } : {}),
  }));
}

/** A further tier, beginning where the last one ends. */
export function nextTier(rows: readonly TierRow[]): TierRow {
  const last = rows.at(-1);
  return { ...last, notionalFloor: last?.['notionalCap'] ?? '', notionalCap: null };
}
