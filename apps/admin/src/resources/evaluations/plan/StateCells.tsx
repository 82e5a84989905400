import TableCell from '@mui/material/TableCell';
import type { PlannedStateResponse } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { ZoneChip } from '../../../fields/ZoneChip.tsx';

/** A state of a scope in the last columns of its plan, whose headings name the asset. */
export function StateCells({ state }: { state: PlannedStateResponse }) {
  return (
    <>
      <TableCell align="right">
        <MoneyField value={state.equity} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={state.accountValue} />
      </TableCell>
      <TableCell align="right">
        <MoneyField value={state.maintenanceMargin} />
      </TableCell>
      <TableCell>
        <ZoneChip zone={state.zone} />
      </TableCell>
    </>
  );
}
