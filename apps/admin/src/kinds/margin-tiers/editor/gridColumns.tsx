import type { GridColDef } from '@mui/x-data-grid';
import { askedWhileTyping, EditCell, type Mistake } from '../../sheet/EditCell.tsx';
import { groupDigits } from '../../../text/figures.ts';
import { editedText, shownText } from './cellTexts.ts';
import type { Derived } from './derivedColumns.ts';
import { statedText, type Sheet, type SheetColumn, type TierRow } from './sheetColumns.ts';

export interface GridRow {
  readonly id: number;
  readonly row: TierRow;
  readonly derived: Derived | null;
}

interface Options {
  /** What amounts are counted in; null where it is not known. */
  readonly asset: string | null;
  readonly isContinuous: boolean;
  readonly translate: (key: string) => string;
  readonly mistakeOf: (row: number, column: SheetColumn, text: string) => Mistake;
}

/** The columns of the sheet: the place of a tier, what is stated, and what follows. */
export function gridColumns(
  { columns, floorField }: Sheet,
  { asset, isContinuous, translate, mistakeOf }: Options,
): GridColDef<GridRow>[] {
  const amountUnit = floorField === 'notionalFloor' && asset !== null ? ` (${asset})` : '';
  const unitOf = ({ unit }: SheetColumn): string =>
    unit === 'amount' ? amountUnit : unit === 'rate' ? ' (%)' : ' (×)';
  const stated = columns.map((column): GridColDef<GridRow> => {
    const absent = column.field.endsWith('Cap')
      ? 'unbounded'
      : column.field === 'maintenanceDeduction'
        ? 'follows'
        : 'not_stated';
    return {
      ...shared,
      field: column.field,
      headerName: translate(`sheet.${column.field}`) + unitOf(column),
      editable: true,
      minWidth: 138,
      preProcessEditCellProps: askedWhileTyping((row, text) => mistakeOf(row, column, text)),
      renderEditCell: (params) => <EditCell {...params} />,
      valueGetter: (_, { row }) => editedText(column, statedText(row, column.field)),
      renderCell: ({ row: { row } }) => {
        const text = shownText(column, statedText(row, column.field));
        return text !== '' ? (
          text
        ) : column.isOptional ? (
          <span style={{ opacity: 0.75 }}>{translate(`sheet.${absent}`)}</span>
        ) : (
          ''
        );
      },
    };
  });
  const follows = (field: keyof Derived, name: string, suffix = ''): GridColDef<GridRow> => ({
    ...shared,
    field,
    headerName: translate(`sheet.${name}`) + (suffix === '' ? amountUnit : ` (${suffix})`),
    minWidth: 124,
    cellClassName: 'is-derived',
    valueGetter: (_, { derived }) => groupDigits(derived?.[field] ?? '–'),
  });
  return [
    {
      ...shared,
      field: 'number',
      headerName: translate('sheet.number'),
      width: 56,
      flex: 0,
      cellClassName: 'is-number',
      valueGetter: (_, { id }) => id + 1,
    },
    ...stated,
    ...(isContinuous ? [follows('deduction', 'derived_deduction')] : []),
    follows('leverage', 'derived_leverage', '×'),
    follows('marginAtCap', 'derived_margin'),
  ];
}

const shared = { align: 'right', headerAlign: 'right', flex: 1, sortable: false, filterable: false } as const;
