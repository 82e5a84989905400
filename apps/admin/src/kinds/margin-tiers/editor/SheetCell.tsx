import { createContext, useContext } from 'react';
import { GridCell, type GridCellProps } from '@mui/x-data-grid';

/** What a cell of the sheet is beside its text, by `row:field`. */
export interface CellStates {
  readonly selected: ReadonlySet<string>;
  /** What is wrong with it. */
  readonly wrong: ReadonlyMap<string, string>;
}

export const CellStatesContext = createContext<CellStates>({ selected: new Set(), wrong: new Map() });

/** A cell that says to a screen reader what it shows to the eye: that it is selected, and what is wrong with it. */
export function SheetCell(props: GridCellProps) {
  const { selected, wrong } = useContext(CellStatesContext);
  const key = `${String(props.rowId)}:${props.column.field}`;
  const mistake = wrong.get(key);
  return (
    <GridCell
      {...props}
      aria-selected={selected.has(key)}
      aria-invalid={mistake === undefined ? undefined : true}
      aria-description={mistake}
      title={mistake}
      data-pointer={`/tiers/${String(props.rowId)}/${props.column.field}`}
      className={[
        props.className ?? '',
        selected.has(key) ? 'is-selected' : '',
        mistake === undefined ? '' : 'is-wrong',
      ].join(' ')}
    />
  );
}
