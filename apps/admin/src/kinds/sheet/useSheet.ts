import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react';
import { boxOf, drawn, type CellAt, type RangeBox } from './cellRange.ts';
import { clipboardCells } from './clipboardCells.ts';
import { useClipboard } from './useClipboard.ts';
import { useDrawnRange } from './useDrawnRange.ts';

/** What keys and the clipboard do to a sheet. */
export interface BlockActs {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly insert: (at: number) => void;
  readonly canRemove: (box: RangeBox) => boolean;
  readonly remove: (box: RangeBox) => void;
  readonly clear: (box: RangeBox) => void;
  readonly fillDown: (box: RangeBox) => void;
  readonly copied: (box: RangeBox) => string;
  readonly paste: (cells: readonly (readonly string[])[], box: RangeBox) => void;
}

interface Options {
  /** How many rows are shown. */
  readonly rows: number;
  readonly columns: readonly { readonly field: string }[];
  /** Where a row stands among those shown, by the id that the grid knows it by; below zero where it does not. */
  readonly rowOf: (id: string) => number;
  readonly acts: BlockActs;
}

export interface SheetHandling {
  readonly box: RangeBox | null;
  readonly select: (at: CellAt) => void;
  /** Of what surrounds the grid. */
  readonly frame: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly onKeyDownCapture: (event: KeyboardEvent) => void;
    readonly onMouseDown: (event: MouseEvent) => void;
    readonly onMouseOver: (event: MouseEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
  };
  /** Of the grid. */
  readonly grid: { readonly onCellEditStart: () => void; readonly onCellEditStop: () => void };
}

/** A range of cells, drawn by Shift and arrows or by the mouse, and what keys and the clipboard do to it. */
export function useSheet({ rows, columns, rowOf, acts }: Options): SheetHandling {
  const ref = useRef<HTMLDivElement>(null);
  const [isEditing, setEditing] = useState(false);
  const cellAt = (target: EventTarget): CellAt | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[role="gridcell"]') : null;
    const row = rowOf(cell?.closest('[data-id]')?.getAttribute('data-id') ?? '');
    const column = columns.findIndex(({ field }) => field === cell?.dataset['field']);
    return row < 0 || column < 0 ? null : { row, column };
  };
  const { range, setRange, onMouseDown, onMouseOver, onFocus } = useDrawnRange({ cellAt, isEditing });
  const box = range === null || Math.max(range.anchor.row, range.head.row) >= rows ? null : boxOf(range);
  useClipboard(ref, (event) => {
    const { clipboardData } = event;
    if (isEditing || box === null || clipboardData === null) return;
    event.preventDefault();
    if (event.type === 'paste') acts.paste(clipboardCells(clipboardData.getData('text/plain')), box);
    else {
      clipboardData.setData('text/plain', acts.copied(box));
      if (event.type === 'cut') acts.clear(box);
    }
  });
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (isEditing) return;
    const isControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const act = isControl ? controlAct(key, event.shiftKey, box, acts) : box === null ? null : plainAct(key, box, acts);
    const wider = event.shiftKey && range !== null ? drawn(range, event.key, rows, columns.length) : null;
    // The grid's own keys for the clipboard write another text; the events of the clipboard follow all the same.
    if (isControl && ['c', 'x', 'v'].includes(key)) event.stopPropagation();
    else if (act !== null || wider !== null) {
      event.preventDefault();
      event.stopPropagation();
      act?.();
      if (wider !== null) setRange(wider);
    }
  };
  return {
    box,
    select: (at) => setRange({ anchor: at, head: at }),
    frame: { ref, onKeyDownCapture, onMouseDown, onMouseOver, onFocus },
    grid: { onCellEditStart: () => setEditing(true), onCellEditStop: () => setEditing(false) },
  };
}

function controlAct(key: string, isShifted: boolean, box: RangeBox | null, acts: BlockActs): (() => void) | null {
  if (key === 'z' && !isShifted) return acts.undo;
  if (key === 'y' || key === 'z') return acts.redo;
  if (box === null) return null;
  if (key === 'd') return () => acts.fillDown(box);
  return key === 'delete' && acts.canRemove(box) ? () => acts.remove(box) : null;
}

function plainAct(key: string, box: RangeBox, acts: BlockActs): (() => void) | null {
  if (key === 'insert') return () => acts.insert(box.bottom + 1);
  return key === 'delete' || key === 'backspace' ? () => acts.clear(box) : null;
}
