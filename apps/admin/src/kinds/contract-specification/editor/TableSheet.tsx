import { useEffect, useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DataGrid, useGridApiRef } from '@mui/x-data-grid';
import { useTranslate } from 'react-admin';
import type { RawDocument } from '../../editorProps.ts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { PageButtons } from '../../generic/editor/PageButtons.tsx';
import { CellStatesContext, SheetCell } from '../../sheet/SheetCell.tsx';
import { cellsOf } from '../../sheet/cellRange.ts';
import { sheetStyles } from '../../sheet/sheetStyles.ts';
import type { History } from '../../sheet/useHistory.ts';
import { useSheet } from '../../sheet/useSheet.ts';
import { tableGridColumns, type TableGridRow } from './tableGridColumns.tsx';
import { mistakeInRow } from './mistakeInRow.ts';
import type { ProblemPlace } from './problemPlaces.ts';
import { statedIn, TABLES, typedIn, type TableName, type TableRow } from './tableColumns.ts';
import { TableFilter } from './TableFilter.tsx';
import { TableTools } from './TableTools.tsx';
import { PasteQuestion } from './PasteQuestion.tsx';
import { useShownRows } from './useShownRows.ts';
import { useTableActs } from './useTableActs.ts';

interface Props {
  readonly table: TableName;
  readonly rows: readonly TableRow[];
  /** Of the version before; null where there is none. */
  readonly before: readonly TableRow[] | null;
  readonly places: readonly ProblemPlace[];
  /** Where somebody is to be led. */
  readonly wanted: ProblemPlace | null;
  readonly document: RawDocument;
  readonly history: History;
}

/** Rows that the grid draws at once: more it does not, so that it is leafed through. */
const PAGE_SIZE = 100;

const SLOTS = { cell: SheetCell };

/** One table as a sheet: searched, written in, pasted into, by keys alone or by hand. */
export function TableSheet({ table, rows, before, places, wanted, document, history }: Props) {
  const translate = useTranslate();
  const api = useGridApiRef();
  const columns = TABLES[table];
  const word = (key: string): string => translate(`specification.${key}`);
  const view = useShownRows({ rows, before, columns, places, table, word });
  const { shown, wrong, changed } = view;
  const [page, setPage] = useState(0);
  const at = Math.min(page, Math.max(0, Math.ceil(shown.length / PAGE_SIZE) - 1));
  const inSight = shown.slice(at * PAGE_SIZE, (at + 1) * PAGE_SIZE);
  const [going, goTo] = useState<{ readonly row: number; readonly field: string } | null>(null);
  const acts = useTableActs({
    rows,
    columns,
    shown: inSight,
    history,
    onChange: (next, touched) => {
      view.touch(touched);
      history.change({ ...document, [table]: next });
    },
    onAdded: (row) => goTo({ row, field: columns[0]?.field ?? '' }),
  });
  const sheet = useSheet({ rows: inSight.length, columns, rowOf: (id) => inSight.indexOf(Number(id || -1)), acts });
  const { box } = sheet;
  const selected = useMemo(
    () =>
      new Set(
        (box === null ? [] : cellsOf(box)).map(
          ({ row, column }) => `${String(inSight[row])}:${columns[column]?.field ?? ''}`,
        ),
      ),
    [box?.top, box?.bottom, box?.left, box?.right, inSight.join()],
  );
  useEffect(() => {
    if (wanted?.row === undefined || wanted.row === null) return;
    view.touch([wanted.row]);
    goTo({ row: wanted.row, field: wanted.field ?? columns[0]?.field ?? '' });
  }, [wanted]);
  useEffect(() => {
    const place = going === null ? -1 : shown.indexOf(going.row);
    if (going === null || place < 0) return;
    if (Math.floor(place / PAGE_SIZE) !== at) {
      setPage(Math.floor(place / PAGE_SIZE));
      return;
    }
    const colIndex = columns.findIndex(({ field }) => field === going.field);
    // A row that is not in sight is drawn first: it takes the focus once the grid has come there.
    api.current?.scrollToIndexes({ rowIndex: place - at * PAGE_SIZE, colIndex });
    api.current?.setCellFocus(going.row, going.field);
    goTo(null);
  }, [going, shown, at]);
  const one = box !== null && box.top === box.bottom && box.left === box.right;
  const here = one ? wrong.get(`${String(inSight[box.top])}:${columns[box.left]?.field ?? ''}`) : undefined;
  const label = word(table);
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <TableFilter label={label} view={view} onSought={() => setPage(0)} />
      <TableTools table={table} box={box} acts={acts} history={history} inSight={inSight} />
      {acts.open === null ? null : <PasteQuestion open={acts.open} onAnswer={acts.answer} />}
      <Box {...sheet.frame} data-pointer={`/${table}`} sx={styles}>
        <CellStatesContext value={{ selected, wrong, changed, pointer: `/as-written/${table}` }}>
          <DataGrid
            apiRef={api}
            aria-label={label}
            rows={inSight.map((id): TableGridRow => ({ id, row: rows[id] ?? {} }))}
            columns={tableGridColumns(columns, {
              word,
              mistakeOf: (id, column, text) => mistakeInRow({ document, table, row: id, column, text }),
            })}
            slots={SLOTS}
            localeText={{ noRowsLabel: translate('editor.none_found') }}
            density="compact"
            rowHeight={36}
            columnHeaderHeight={48}
            columnBufferPx={2000}
            hideFooter
            disableColumnMenu
            disableColumnSorting
            disableRowSelectionOnClick
            {...sheet.grid}
            processRowUpdate={(next: TableGridRow, old: TableGridRow) => {
              const writes = columns.flatMap((column) => {
                const typed = (next as unknown as TableRow)[column.field];
                return typeof typed !== 'string' || typed === statedIn(old.row, column.field)
                  ? []
                  : [{ row: old.id, field: column.field, value: typedIn(column, typed) }];
              });
              if (writes.length > 0) acts.write(writes);
              return old;
            }}
          />
        </CellStatesContext>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center', minHeight: 24, fontSize: '0.82rem' }}>
        <PageButtons label={label} page={at} pages={Math.ceil(shown.length / PAGE_SIZE)} onPage={setPage} />
        <Box role="status" sx={{ color: 'text.secondary' }}>
          {translate('editor.rows_shown', { shown: shown.length, count: rows.length })}
        </Box>
        <Box role="status" sx={{ color: here === undefined ? 'text.secondary' : 'tones.danger' }}>
          {here !== undefined ? (
            <Sentence text={here} />
          ) : box === null || one ? (
            ''
          ) : (
            translate('specification.selected', {
              rows: box.bottom - box.top + 1,
              columns: box.right - box.left + 1,
            })
          )}
        </Box>
      </Box>
      <Typography sx={{ fontSize: '0.8rem', color: 'text.secondary' }}>{word('keys')}</Typography>
    </Box>
  );
}

/** The name of a row stays in sight while its figures are scrolled through. */
const styles = {
  ...sheetStyles,
  // The bar to scroll across lies over the last row of a grid that is as high as its rows.
  minHeight: 220,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  '& .MuiDataGrid-cell[data-colindex="0"], & .MuiDataGrid-columnHeader[aria-colindex="1"]': {
    position: 'sticky',
    left: 0,
    zIndex: 3,
    bgcolor: 'background.paper',
    fontWeight: 600,
  },
  '& .is-selected.MuiDataGrid-cell[data-colindex="0"]': { backgroundImage: 'linear-gradient(#0e5b6022, #0e5b6022)' },
} as const;
