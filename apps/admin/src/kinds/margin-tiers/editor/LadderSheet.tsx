import { useMemo, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DataGrid } from '@mui/x-data-grid';
import { useTranslate } from 'react-admin';
import type { EditorProps } from '../../editorProps.ts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { Failure } from '../../../layout/Failure.tsx';
import { PageButtons } from '../../generic/editor/PageButtons.tsx';
import { ArrivalNote } from './ArrivalNote.tsx';
import { isInside } from '../../sheet/cellRange.ts';
import { typedFigure } from './cellTexts.ts';
import { derivedColumns } from './derivedColumns.ts';
import { fixesFor, sortedPlaces } from './fixes.ts';
import { gridColumns, type GridRow } from './gridColumns.tsx';
import { CellStatesContext, SheetCell } from '../../sheet/SheetCell.tsx';
import { mistakeWhileTyping } from './mistakeWhileTyping.ts';
import { statedText, type Sheet } from './sheetColumns.ts';
import { sheetStyles } from '../../sheet/sheetStyles.ts';
import { SheetTools } from './SheetTools.tsx';
import { useSheet } from '../../sheet/useSheet.ts';
import type { History } from '../../sheet/useHistory.ts';
import { useSheetActs } from './useSheetActs.ts';

type Props = EditorProps & { readonly sheet: Sheet; readonly history: History };

const SLOTS = { cell: SheetCell };

/** Rows that the grid draws at once: more it does not, so that it is leafed through. */
const PAGE_SIZE = 100;

/** The tiers as a sheet: ranges, the clipboard, fill down and steps back, by keys alone or by hand. */
export function LadderSheet({ sheet, history, ...props }: Props) {
  const translate = useTranslate();
  const { asset, document, problems } = props;
  const acts = useSheetActs(sheet, history, props);
  const [failed, setFailed] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [page, setPage] = useState(0);
  const { columns, rows } = sheet;
  const pages = Math.ceil(rows.length / PAGE_SIZE);
  const at = Math.max(0, Math.min(page, pages - 1));
  const { box, frame, grid } = useSheet({
    rows: rows.length,
    columns,
    rowOf: (id) => (id === '' ? -1 : Number(id)),
    acts,
  });
  const derived = useMemo(() => derivedColumns(sheet, document['deduction'] !== 'none'), [sheet, document]);
  const gridRows: GridRow[] = rows.map((row, id) => ({ id, row, derived: derived[id] ?? null }));
  const states = useMemo(() => {
    // The core sorts tiers before it checks them; what it finds is at the place where a tier would come to stand.
    const places = sortedPlaces(sheet);
    const wrong = new Map<string, string>();
    for (const { path, message } of problems) {
      const [, place, field] = /^\/tiers\/(\d+)\/(\w+)/.exec(path) ?? [];
      if (place !== undefined && field !== undefined)
        wrong.set(`${String(places?.[Number(place)] ?? place)}:${field}`, message);
    }
    const selected = new Set<string>();
    for (const [row] of sheet.rows.entries()) {
      for (const [column, { field }] of sheet.columns.entries()) {
        if (box !== null && isInside(box, { row, column })) selected.add(`${String(row)}:${field}`);
      }
    }
    return { selected, wrong, pointer: '/tiers' };
  }, [sheet, problems, box?.top, box?.bottom, box?.left, box?.right]);
  const one = box !== null && box.top === box.bottom && box.left === box.right;
  const wrongHere =
    refused !== null
      ? translate('sheet.unreadable', { text: refused })
      : one
        ? (states.wrong.get(`${String(box.top)}:${columns[box.left]?.field ?? ''}`) ?? null)
        : null;
  const fixes = fixesFor(sheet, problems);
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <SheetTools sheet={sheet} box={box} acts={acts} onFailure={setFailed} />
      {failed === null ? null : <Failure error={failed} />}
      {acts.arrival === null ? null : <ArrivalNote arrival={acts.arrival} acts={acts} />}
      <Box {...frame} sx={sheetStyles}>
        <CellStatesContext value={states}>
          <DataGrid
            aria-label={translate('sheet.label')}
            rows={gridRows}
            columns={gridColumns(sheet, {
              asset,
              translate,
              isContinuous: document['deduction'] !== 'none',
              mistakeOf: (row, column, text) => {
                const mistake = mistakeWhileTyping({ sheet, document, row, column, text });
                return mistake === undefined ? translate('sheet.unreadable', { text }) : mistake;
              },
            })}
            slots={SLOTS}
            density="compact"
            rowHeight={36}
            columnHeaderHeight={64}
            hideFooter
            paginationModel={{ page: at, pageSize: PAGE_SIZE }}
            disableColumnMenu
            disableColumnSorting
            disableRowSelectionOnClick
            {...grid}
            processRowUpdate={(next: GridRow, old: GridRow) => {
              for (const column of columns) {
                const typed = (next as unknown as Readonly<Record<string, unknown>>)[column.field];
                if (typeof typed !== 'string') continue;
                const value = typedFigure(column, typed);
                setRefused(value === undefined ? typed : null);
                if (
                  value !== undefined &&
                  value !== (statedText(old.row, column.field) || (column.isOptional ? null : ''))
                ) {
                  acts.write([{ row: old.id, field: column.field, value }]);
                }
              }
              return old;
            }}
            onProcessRowUpdateError={setFailed}
          />
        </CellStatesContext>
      </Box>
      <PageButtons label={translate('sheet.label')} page={at} pages={pages} onPage={setPage} />
      <Box
        role="status"
        sx={{ minHeight: 20, fontSize: '0.82rem', color: wrongHere === null ? 'text.secondary' : 'tones.danger' }}
      >
        {wrongHere !== null ? (
          <Sentence text={wrongHere} />
        ) : box === null || one ? (
          ''
        ) : (
          translate('sheet.selected', { from: box.top + 1, to: box.bottom + 1, columns: box.right - box.left + 1 })
        )}
      </Box>
      {fixes.length === 0 ? null : (
        <Box role="group" aria-label={translate('sheet.fixes')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          {fixes.map((fix) => (
            <Button key={fix} variant="outlined" onClick={() => acts.fix(fix)}>
              {translate(`sheet.fix_${fix}`)}
            </Button>
          ))}
        </Box>
      )}
      <Typography sx={{ fontSize: '0.8rem', color: 'text.secondary' }}>{translate('sheet.keys')}</Typography>
    </Box>
  );
}
