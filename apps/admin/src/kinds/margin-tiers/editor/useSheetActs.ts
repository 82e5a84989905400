import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { EditorProps } from '../../editorProps.ts';
import { copiedText } from './cellTexts.ts';
import { cellsOf, filled, type RangeBox } from '../../sheet/cellRange.ts';
import { clipboardText } from '../../sheet/clipboardCells.ts';
import { withInserted, withRemoved, withWrites, type CellWrite } from './editRows.ts';
import { fixed, type Fix } from './fixes.ts';
import { matchHeadings, type HeadedBlock } from './matchHeadings.ts';
import { readBlock, type BareRate, type BlockAnswers, type BlockCell, type ReadBlock } from './readBlock.ts';
import { statedText, type Sheet, type SheetColumn, type TierRow } from './sheetColumns.ts';
import type { History } from '../../sheet/useHistory.ts';

/** A block on its way into the sheet. */
export interface Incoming {
  readonly cells: readonly (readonly BlockCell[])[];
  readonly answers: BlockAnswers;
  /** Where its first cell goes; null = it replaces every tier. */
  readonly at: RangeBox | null;
}

/** What came of a block: in words once it is in, else what is to be answered or mended. */
export type Arrival =
  | { readonly outcome: 'said'; readonly text: string }
  | { readonly outcome: 'open'; readonly incoming: Incoming; readonly block: Exclude<ReadBlock, { outcome: 'read' }> };

export interface SheetActs extends Omit<History, 'change'> {
  readonly arrival: Arrival | null;
  readonly forget: () => void;
  readonly take: (incoming: Incoming) => void;
  readonly write: (writes: readonly CellWrite[]) => void;
  readonly paste: (cells: readonly (readonly string[])[], box: RangeBox) => void;
  readonly insert: (at: number) => void;
  readonly canRemove: (box: RangeBox) => boolean;
  readonly remove: (box: RangeBox) => void;
  readonly clear: (box: RangeBox) => void;
  readonly fillDown: (box: RangeBox) => void;
  readonly fix: (fix: Fix) => void;
  readonly copied: (box: RangeBox) => string;
}

/** Everything that can be done to the sheet; each is one step that can be taken back. */
export function useSheetActs(
  sheet: Sheet,
  { change, ...history }: History,
  { document, asset }: EditorProps,
): SheetActs {
  const translate = useTranslate();
  const [arrival, setArrival] = useState<Arrival | null>(null);
  const { columns, rows } = sheet;
  const replace = (tiers: readonly TierRow[]): void => change({ ...document, tiers });
  const write = (writes: readonly CellWrite[]): void => replace(withWrites(sheet, writes));
  const each = (box: RangeBox, value: (row: number, column: number) => string | null): CellWrite[] =>
    cellsOf(box).map(({ row, column }) => ({ row, field: columns[column]?.field ?? '', value: value(row, column) }));

  const take = (incoming: Incoming): void => {
    const { at, answers } = incoming;
    const titles = Object.fromEntries(columns.map(({ field }) => [field, translate(`sheet.${field}`)]));
    const headed = matchHeadings(incoming.cells, columns, titles);
    const first = at === null ? 0 : at.left;
    const target = headed?.columns ?? columns.slice(first);
    const cells = headed?.cells ?? filled(incoming.cells, at);
    const bareRates = { ...(headed?.isOwn === true ? fractions(target) : {}), ...answers.bareRates };
    const block = readBlock(cells, { columns: target, asset, answers: { ...answers, bareRates } });
    if (block.outcome !== 'read') {
      setArrival({ outcome: 'open', incoming, block });
      return;
    }
    const top = at?.top ?? 0;
    const writes = block.values.flatMap((line, row) =>
      line.map((value, column) => ({ row: top + row, field: target[column]?.field ?? '', value })),
    );
    replace(withWrites(at === null ? { ...sheet, rows: [] } : sheet, writes));
    const taken = { rows: cells.length, columns: Math.min(target.length, cells[0]?.length ?? 0) };
    setArrival({ outcome: 'said', text: takenText(translate, { taken, rounded: block.rounded, headed }) });
  };
  return {
    ...history,
    arrival,
    forget: () => setArrival(null),
    take,
    write,
    paste: (cells, at) => take({ cells, at, answers: {} }),
    insert: (at) => replace(withInserted(sheet, at)),
    // A ladder has a tier at least.
    canRemove: ({ top, bottom }) => bottom - top + 1 < rows.length,
    remove: ({ top, bottom }) => replace(withRemoved(sheet, top, bottom)),
    clear: (box) => write(each(box, (_, column) => (columns[column]?.isOptional === true ? null : ''))),
    fillDown: ({ top, ...box }) =>
      write(each({ ...box, top: top + 1 }, (_, column) => statedText(rows[top], columns[column]?.field ?? '') || null)),
    fix: (fix) => replace(fixed(sheet, fix)),
    copied: ({ top, bottom, left, right }) =>
      clipboardText(
        rows
          .slice(top, bottom + 1)
          .map((row) =>
            columns.slice(left, right + 1).map((column) => copiedText(column, statedText(row, column.field))),
          ),
      ),
  };
}

/** Under the names of fields, as the console writes them, rates are fractions. */
function fractions(columns: readonly SheetColumn[]): Readonly<Record<string, BareRate>> {
  return Object.fromEntries(columns.map(({ field }) => [field, 'fraction' as const]));
}

interface Taken {
  readonly taken: { readonly rows: number; readonly columns: number };
  readonly rounded: number;
  readonly headed: HeadedBlock | null;
}

/** What was taken over, and what of it is to be looked at again. */
function takenText(translate: ReturnType<typeof useTranslate>, { taken, rounded, headed }: Taken): string {
  const names = headed?.leftOut.join(', ') ?? '';
  return [
    translate('sheet.taken', taken),
    ...(rounded === 0 ? [] : [translate('sheet.rounded', { smart_count: rounded })]),
    ...(names === '' ? [] : [translate('sheet.left_out', { names })]),
  ].join(' ');
}
