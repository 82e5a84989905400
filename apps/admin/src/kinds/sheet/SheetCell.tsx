import { createContext, useContext } from 'react';
import { GridCell, type GridCellProps } from '@mui/x-data-grid';

/** What a cell of the sheet is beside its text, by `row:field`. */
export interface CellStates {
  readonly selected: ReadonlySet<string>;
  /** What is wrong with it. */
  readonly wrong: ReadonlyMap<string, string>;
  /** Cells that do not say what the version before says. */
  readonly changed?: ReadonlySet<string>;
  /** Of the list of rows, from the document. */
  readonly pointer: string;
}

export const CellStatesContext = createContext<CellStates>({ selected: new Set(), wrong: new Map(), pointer: '' });

/** A cell that says to a screen reader what it shows to the eye: that it is selected, and what is wrong with it. */
export function SheetCell(props: GridCellProps) {
  const { selected, wrong, changed, pointer } = useContext(CellStatesContext);
  const key = `${String(props.rowId)}:${props.column.field}`;
  const mistake = wrong.get(key);
  return (
    <GridCell
      {...props}
      aria-selected={selected.has(key)}
      aria-invalid={mistake === undefined ? undefined : true}
      aria-description={mistake}
      title={mistake}
      data-pointer={`${pointer}/${String(props.rowId)}/${props.column.field}`}
      className={[
        props.className ?? '',
        selected.has(key) ? 'is-selected' : '',
        mistake === undefined ? '' : 'is-wrong',
        changed?.has(key) === true ? 'is-changed' : '',
      ].join(' ')}
    />
  );
}
