import { useMemo, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { DataGrid, type GridCellParams } from '@mui/x-data-grid';
import { useTranslate } from 'react-admin';
import type { EditorProps } from '../../editorProps.ts';
import { Failure } from '../../../layout/Failure.tsx';
import { ArrivalNote } from './ArrivalNote.tsx';
import { boxOf, drawn, isInside, type CellAt, type CellRange } from './cellRange.ts';
import { typedFigure } from './cellTexts.ts';
import { clipboardCells } from './clipboardCells.ts';
import { derivedColumns } from './derivedColumns.ts';
import { fixesFor, sortedPlaces } from './fixes.ts';
import { gridColumns, type GridRow } from './gridColumns.tsx';
import { CellStatesContext, SheetCell } from './SheetCell.tsx';
import { statedText, type Sheet } from './sheetColumns.ts';
import { sheetStyles } from './sheetStyles.ts';
import { SheetTools } from './SheetTools.tsx';
import { useClipboard } from './useClipboard.ts';
import type { History } from './useHistory.ts';
import { useSheetActs } from './useSheetActs.ts';

type Props = EditorProps & { readonly sheet: Sheet; readonly history: History };

const SLOTS = { cell: SheetCell };

/** The tiers as a sheet: ranges, the clipboard, fill down and steps back, by keys alone or by hand. */
export function LadderSheet({ sheet, history, ...props }: Props) {
  const translate = useTranslate();
  const { asset, document, problems } = props;
  const acts = useSheetActs(sheet, history, props);
  const [range, setRange] = useState<CellRange | null>(null);
  const [isEditing, setEditing] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const { columns, rows } = sheet;
  const box = range === null || range.anchor.row >= rows.length ? null : boxOf(range);
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
    return { selected, wrong };
  }, [sheet, problems, box?.top, box?.bottom, box?.left, box?.right]);
  const place = ({ id, field }: Pick<GridCellParams, 'id' | 'field'>): CellAt | null => {
    const column = columns.findIndex((one) => one.field === field);
    return column < 0 ? null : { row: Number(id), column };
  };
  const onKey = (event: React.KeyboardEvent): void => {
    if (isEditing) return;
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const act =
      isControl && key === 'z' && !event.shiftKey
        ? acts.undo
        : isControl && (key === 'y' || key === 'z')
          ? acts.redo
          : box === null
            ? null
            : isControl && key === 'd'
              ? () => acts.fillDown(box)
              : isControl && key === 'delete' && box.bottom - box.top + 1 < rows.length
                ? () => acts.remove(box)
                : key === 'insert'
                  ? () => acts.insert(box.bottom + 1)
                  : key === 'delete' || key === 'backspace'
                    ? () => acts.clear(box)
                    : null;
    const wider = event.shiftKey && range !== null ? drawn(range, event.key, rows.length, columns.length) : null;
    // The grid's own keys for the clipboard write another text; the events of the clipboard follow all the same.
    if (isControl && ['c', 'x', 'v'].includes(key)) event.stopPropagation();
    else if (act !== null || wider !== null) {
      event.preventDefault();
      event.stopPropagation();
      act?.();
      if (wider !== null) setRange(wider);
    }
  };
  const frame = useRef<HTMLDivElement>(null);
  useClipboard(frame, (event) => {
    const { clipboardData } = event;
    if (isEditing || box === null || clipboardData === null) return;
    event.preventDefault();
    if (event.type === 'paste') {
      acts.take({ cells: clipboardCells(clipboardData.getData('text/plain')), at: box, answers: {} });
    } else {
      clipboardData.setData('text/plain', acts.copied(box));
      if (event.type === 'cut') acts.clear(box);
    }
  });
  const fixes = fixesFor(sheet, problems);
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <SheetTools sheet={sheet} box={box} acts={acts} onFailure={setFailed} />
      {failed === null ? null : <Failure error={failed} />}
      {acts.arrival === null ? null : <ArrivalNote arrival={acts.arrival} acts={acts} />}
      <Box ref={frame} onKeyDownCapture={onKey} sx={sheetStyles}>
        <CellStatesContext value={states}>
          <DataGrid
            aria-label={translate('sheet.label')}
            rows={gridRows}
            columns={gridColumns(sheet, { asset, translate, isContinuous: document['deduction'] !== 'none' })}
            slots={SLOTS}
            density="compact"
            rowHeight={36}
            columnHeaderHeight={64}
            hideFooter
            disableColumnMenu
            disableColumnSorting
            disableRowSelectionOnClick
            onCellClick={(params, event) => {
              const at = place(params);
              if (at !== null) setRange({ anchor: event.shiftKey && range !== null ? range.anchor : at, head: at });
            }}
            onCellEditStart={() => setEditing(true)}
            onCellEditStop={() => setEditing(false)}
            slotProps={{
              cell: {
                onFocus: ({ target }) => {
                  const cell = target.closest<HTMLElement>('[data-field]');
                  const at =
                    cell === null
                      ? null
                      : place({
                          id: cell.closest('[data-id]')?.getAttribute('data-id') ?? '',
                          field: cell.dataset['field'] ?? '',
                        });
                  if (at !== null && range?.anchor !== at)
                    setRange((now) =>
                      now?.anchor.row === at.row && now.anchor.column === at.column ? now : { anchor: at, head: at },
                    );
                },
              },
            }}
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
      <Box
        role="status"
        sx={{ minHeight: 20, fontSize: '0.82rem', color: refused === null ? 'text.secondary' : 'tones.danger' }}
      >
        {refused !== null
          ? translate('sheet.unreadable', { text: refused })
          : box !== null && (box.top !== box.bottom || box.left !== box.right)
            ? translate('sheet.selected', { from: box.top + 1, to: box.bottom + 1, columns: box.right - box.left + 1 })
            : ''}
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
