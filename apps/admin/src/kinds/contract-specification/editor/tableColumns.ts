import { groupDigits } from '../../../text/figures.ts';
import { readInstant } from '../../../text/instants.ts';
import { plainFigure } from '../../generic/editor/plainFigure.ts';

/** Either table of a specification. */
export type TableName = 'contracts' | 'assets';

/** A row as its document states it, however wrong. */
export type TableRow = Readonly<Record<string, unknown>>;

/** What a figure is counted in: of the row, or of the table. */
type Unit = 'contracts' | 'decimals' | 'multiplier' | 'quote';

export interface TableColumn {
  readonly field: string;
  readonly type: 'text' | 'figure' | 'integer' | 'choice' | 'instant';
  /** Under `specification.` */
  readonly title: string;
  readonly options?: readonly string[];
  readonly unit?: Unit;
  /** What an empty cell states: null, an empty text for the core to refuse, or (`left-out`) nothing at all. */
  readonly empty: 'null' | 'text' | 'left-out';
  /** What an empty cell shows, under `specification.` */
  readonly absent?: string;
  /** Least pixels. */
  readonly width: number;
}

const LISTINGS = ['listed', 'reduce-only', 'delisted'];

export const TABLES: Readonly<Record<TableName, readonly TableColumn[]>> = {
  contracts: [
    { field: 'contract', type: 'text', title: 'contract', empty: 'text', width: 190 },
    { field: 'listing', type: 'choice', title: 'listing', options: LISTINGS, empty: 'left-out', width: 130 },
    { field: 'type', type: 'choice', title: 'type', options: ['linear', 'inverse'], empty: 'text', width: 100 },
    { field: 'base', type: 'text', title: 'base', empty: 'text', width: 110 },
    { field: 'quote', type: 'text', title: 'quote', empty: 'text', width: 100 },
    { field: 'settlementAsset', type: 'text', title: 'settlement_asset', empty: 'text', width: 110 },
    figure('multiplier', 'multiplier', 'multiplier', 140),
    { ...figure('tickSize', 'tick', 'quote', 150), empty: 'null', absent: 'not_known' },
    { ...figure('lotSize', 'lot', 'contracts', 150), empty: 'null', absent: 'not_known' },
    { ...figure('positionSizeMax', 'position_max', 'contracts', 170), empty: 'null', absent: 'no_limit' },
    { ...figure('openInterestMax', 'open_interest_max', 'contracts', 170), empty: 'null', absent: 'no_limit' },
    { field: 'group', type: 'text', title: 'group', empty: 'left-out', absent: 'own_group', width: 150 },
    { field: 'expiresAt', type: 'instant', title: 'expires_utc', empty: 'null', absent: 'perpetual', width: 190 },
  ],
  assets: [
    { field: 'asset', type: 'text', title: 'asset', empty: 'text', width: 200 },
    { field: 'precision', type: 'integer', title: 'precision', unit: 'decimals', empty: 'text', width: 160 },
  ],
};

function figure(field: string, title: string, unit: Unit, width: number): TableColumn {
  return { field, type: 'figure', title, unit, empty: 'left-out', width };
}

/** What stands if a document leaves a field out. */
const DEFAULTS: Readonly<Record<string, string>> = { listing: 'listed', multiplier: '1' };

/** What a row states in a field, or what holds where it states nothing; '' = nothing. */
export function statedIn(row: TableRow | undefined, field: string): string {
  const value = row?.[field];
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value === undefined ? (DEFAULTS[field] ?? '') : '';
}

/** What a cell shows: thousands grouped, instants in UTC, choices in words. */
export function shownIn(column: TableColumn, row: TableRow, word: (option: string) => string): string {
  const stated = statedIn(row, column.field);
  switch (column.type) {
    case 'figure':
      return groupDigits(stated);
    case 'instant':
      return stated === '' ? '' : readInstant(stated);
    case 'choice':
      return column.options?.includes(stated) === true ? word(stated) : stated;
    case 'integer':
    case 'text':
      return stated;
  }
}

/** What a figure of a row is counted in; '' where that is not known. */
export function unitOf({ unit }: TableColumn, row: TableRow, word: (unit: string) => string): string {
  if (unit === undefined) return '';
  if (unit === 'contracts' || unit === 'decimals') return word(`${unit}_unit`);
  return statedIn(row, unit === 'multiplier' && statedIn(row, 'type') === 'linear' ? 'base' : 'quote');
}

/** `2026-12-25 08:00`, which says no zone, is meant in UTC, as the column says. */
const INSTANT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(:\d{2})?)?\s*(?:Z|UTC)?$/i;

/** What a typed text states; undefined = nothing. What cannot be read is stated as it is, for the core to refuse. */
export function typedIn(column: TableColumn, typed: string): string | number | null | undefined {
  const text = typed.trim();
  if (text === '') return column.empty === 'null' ? null : column.empty === 'text' ? '' : undefined;
  switch (column.type) {
    case 'figure':
      return plainFigure(text, 'contracts');
    case 'integer':
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case 'instant': {
      const [, day, minutes = '00:00', seconds = ':00'] = INSTANT.exec(text) ?? [];
      return day === undefined ? text : `${day}T${minutes}${seconds}Z`;
    }
    case 'choice':
    case 'text':
      return text;
  }
}
