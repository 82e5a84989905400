import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { LinkBase, useTranslate } from 'react-admin';
import type { LiquidationSummary } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { liquidationPath } from './liquidationPath.ts';
import { StateChip } from './StateChip.tsx';

const COLUMNS = ['begun_at', 'account', 'state', 'begun_by', 'closed_at', 'reason'] as const;

/** A page of liquidations; the whole of one a click away. */
export function LiquidationTable({ rows }: { rows: readonly LiquidationSummary[] }) {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={translate('liquidations.begun')}>
      <TableHead>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableCell key={column}>{translate(`liquidations.${column}`)}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row) => (
          <TableRow key={row.id} hover>
            <TableCell>
              <Link component={LinkBase} to={liquidationPath(row.id)}>
                <InstantField value={row.recordedAt} isShort />
              </Link>
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 90 }}>{row.account}</TableCell>
            <TableCell>
              <StateChip state={row.state} />
            </TableCell>
            <TableCell>
              <PersonName id={row.recordedBy} />
            </TableCell>
            <TableCell>
              <InstantField value={row.closedAt} isShort />
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', minWidth: 160 }}>{row.reason ?? ''}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
