import { useState } from 'react';
import { filled, type RangeBox } from '../../sheet/cellRange.ts';
import type { Mark } from '../../sheet/cellNumber.ts';
import { pastedCells } from './pastedCells.ts';
import type { TableColumn } from './tableColumns.ts';
import type { TableWrite } from './tableRows.ts';

/** A block that waits for an answer. */
export interface OpenPaste {
  readonly cells: readonly (readonly string[])[];
  readonly box: RangeBox;
  readonly sample: string;
  readonly readings: readonly [string, string];
}

export interface Paste {
  readonly open: OpenPaste | null;
  /** Null = the block is left out. */
  readonly answer: (mark: Mark | null) => void;
  readonly paste: (cells: OpenPaste['cells'], box: RangeBox) => void;
}

interface Options {
  readonly columns: readonly TableColumn[];
  /** The row that so many rows below the first one shown is, shown or new. */
  readonly placeOf: (row: number) => number;
  readonly write: (writes: readonly TableWrite[]) => void;
}

/** A block out of a spreadsheet, which is written once it is clear what it says. */
export function usePaste({ columns, placeOf, write }: Options): Paste {
  const [open, setOpen] = useState<OpenPaste | null>(null);
  const take = (cells: OpenPaste['cells'], box: RangeBox, mark: Mark | null): void => {
    const target = columns.slice(box.left);
    const read = pastedCells(filled(cells, box), target, mark);
    if (read.outcome === 'asked') {
      setOpen({ cells, box, sample: read.sample, readings: read.readings });
      return;
    }
    setOpen(null);
    write(
      read.values.flatMap((line, row) =>
        line.map((value, at) => ({ row: placeOf(box.top + row), field: target[at]?.field ?? '', value })),
      ),
    );
  };
  return {
    open,
    paste: (cells, box) => take(cells, box, null),
    answer: (mark) => {
      if (mark === null || open === null) setOpen(null);
      else take(open.cells, open.box, mark);
    },
  };
}
