import Tooltip from '@mui/material/Tooltip';
import { GridEditInputCell, type GridPreProcessEditCellProps, type GridRenderEditCellParams } from '@mui/x-data-grid';
import { inWords } from '../../text/phrases.ts';

/** What is wrong with what is being typed into a cell; null where nothing is. */
export type Mistake = string | null;

type Params = GridRenderEditCellParams & { readonly mistake?: Mistake };

/** A cell while it is typed in, with what is wrong under it. It may be left all the same: the next cell may mend it. */
export function EditCell({ mistake = null, ...params }: Params) {
  const told = mistake === null ? null : inWords(mistake);
  const said = told === null ? {} : { 'aria-invalid': true, 'aria-description': told };
  return (
    <Tooltip
      open={told !== null}
      placement="bottom-start"
      describeChild
      title={told === null ? '' : <span role="alert">{told}</span>}
    >
      <GridEditInputCell
        {...params}
        // What is still waiting to be asked about when Enter is pressed would keep the cell from being left.
        debounceMs={0}
        slotProps={{
          root: {
            className: told === null ? '' : 'is-mistaken',
            slotProps: { htmlInput: { 'aria-label': params.colDef.headerName, ...said } },
          },
        }}
      />
    </Tooltip>
  );
}

/** For a column: asks at every key what is wrong, of the row with that id. */
export function askedWhileTyping(mistakeOf: (id: number, text: string) => Mistake) {
  return ({ id, props }: GridPreProcessEditCellProps): object => ({
    ...props,
    mistake: mistakeOf(Number(id), String(props.value ?? '')),
  });
}
