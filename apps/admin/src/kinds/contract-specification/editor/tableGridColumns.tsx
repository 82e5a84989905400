import Box from '@mui/material/Box';
import type { GridColDef } from '@mui/x-data-grid';
import { askedWhileTyping, EditCell, type Mistake } from '../../sheet/EditCell.tsx';
import { shownIn, statedIn, unitOf, type TableColumn, type TableRow } from './tableColumns.ts';

export interface TableGridRow {
  /** Its place in the document. */
  readonly id: number;
  readonly row: TableRow;
}

interface Options {
  /** Words of `specification`. */
  readonly word: (key: string) => string;
  readonly mistakeOf: (id: number, column: TableColumn, text: string) => Mistake;
}

/** The columns of a table: names at the left, figures under each other with their unit, choices in words. */
export function tableGridColumns(
  columns: readonly TableColumn[],
  { word, mistakeOf }: Options,
): GridColDef<TableGridRow>[] {
  return columns.map((column): GridColDef<TableGridRow> => {
    const isFigure = column.type === 'figure' || column.type === 'integer';
    const shared: GridColDef<TableGridRow> = {
      field: column.field,
      headerName: word(column.title),
      editable: true,
      sortable: false,
      filterable: false,
      minWidth: column.width,
      flex: 1,
      align: isFigure ? 'right' : 'left',
      headerAlign: isFigure ? 'right' : 'left',
      valueGetter: (_, { row }) => statedIn(row, column.field),
      renderCell: ({ row: { row } }) => <Shown column={column} row={row} word={word} />,
    };
    if (column.type === 'choice') {
      const valueOptions = (column.options ?? []).map((value) => ({ value, label: word(value) }));
      return { ...shared, type: 'singleSelect', valueOptions };
    }
    return {
      ...shared,
      preProcessEditCellProps: askedWhileTyping((id, text) => mistakeOf(id, column, text)),
      renderEditCell: (params) => <EditCell {...params} />,
    };
  });
}

function Shown({ column, row, word }: { column: TableColumn; row: TableRow; word: (key: string) => string }) {
  const text = shownIn(column, row, word);
  if (text === '') {
    return <span style={{ opacity: 0.75 }}>{column.absent === undefined ? '' : word(column.absent)}</span>;
  }
  const unit = unitOf(column, row, word);
  return (
    <>
      {text}
      {unit === '' ? null : (
        <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.86em', ml: 0.5 }}>
          {unit}
        </Box>
      )}
    </>
  );
}
