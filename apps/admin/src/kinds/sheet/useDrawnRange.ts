import { useRef, useState, type FocusEvent, type MouseEvent } from 'react';
import { sameCell, type CellAt, type CellRange } from './cellRange.ts';

interface Options {
  /** The cell that something on the page stands in; null where it stands in none. */
  readonly cellAt: (target: EventTarget) => CellAt | null;
  readonly isEditing: boolean;
}

export interface DrawnRange {
  readonly range: CellRange | null;
  readonly setRange: (range: CellRange) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onMouseOver: (event: MouseEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** The range that the mouse draws, from where it was pressed; a cell that is focused is a range by itself. */
export function useDrawnRange({ cellAt, isEditing }: Options): DrawnRange {
  const [range, setRange] = useState<CellRange | null>(null);
  // A cell that is focused because a range was widened to it begins no range of its own.
  const widenedTo = useRef<CellAt | null>(null);
  const isDrawing = useRef(false);
  return {
    range,
    setRange,
    onMouseDown: (event) => {
      const at = event.button === 0 && !isEditing ? cellAt(event.target) : null;
      isDrawing.current = at !== null;
      if (at === null) return;
      const widens = event.shiftKey && range !== null;
      widenedTo.current = widens ? at : null;
      setRange({ anchor: widens ? range.anchor : at, head: at });
    },
    onMouseOver: ({ buttons, target }) => {
      if (!isDrawing.current || (buttons & 1) === 0 || isEditing) return;
      const at = cellAt(target);
      if (at !== null) setRange((now) => (now === null ? now : { anchor: now.anchor, head: at }));
    },
    onFocus: ({ target }) => {
      const at = cellAt(target);
      if (at === null) return;
      if (widenedTo.current !== null && sameCell(widenedTo.current, at)) return;
      widenedTo.current = null;
      setRange((now) => (now !== null && sameCell(now.anchor, at) ? now : { anchor: at, head: at }));
    },
  };
}
