import TableCell from '@mui/material/TableCell';
import type { PlannedStateResponse } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';

/** A state of a scope in the last columns of its plan. */
export function StateCells({ state, asset }: { state: PlannedStateResponse; asset: string }) {
  return (
    <>
      <TableCell align="right">
        <MoneyField value={state.equity} unit={asset} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={state.accountValue} unit={asset} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={state.maintenanceMargin} unit={asset} />
      </TableCell>
      <TableCell>
        <ZoneChip zone={state.zone} />
      </TableCell>
    </>
  );
}
