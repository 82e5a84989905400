import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from 'react-admin';
import type { LossAllocation, LossResource } from '@backstop/contracts';
import { MoneyField } from '../../../fields/MoneyField.tsx';
import { Empty } from '../../../layout/Empty.tsx';
import { Scroller } from '../../../layout/Scroller.tsx';
import { groupDigits } from '../../../text/figures.ts';

interface Props {
  readonly rows: readonly LossAllocation[];
  readonly loss: LossResource;
  /** Null where there is no more to show. */
  readonly onMore: (() => void) | null;
}

const COLUMNS = ['rank', 'layer', 'account', 'bears', 'units', 'proof'] as const;
const RIGHT: readonly string[] = ['rank', 'bears', 'units'];

/** Who bears what, each line with all that is needed to reckon it again. */
export function AllocationTable({ rows, loss, onMore }: Props) {
  const translate = useTranslate();
  if (rows.length === 0) {
    return <Empty title={translate('losses.nobody')}>{translate('losses.nobody_hint')}</Empty>;
  }
  return (
    <>
      <Scroller label={translate('losses.allocations')}>
        <Table size="small" aria-label={translate('losses.allocations')}>
          <TableHead>
            <TableRow>
              {COLUMNS.map((column) => (
                <TableCell key={column} align={RIGHT.includes(column) ? 'right' : 'left'}>
                  {translate(`losses.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.sequence} hover>
                <TableCell align="right">{groupDigits(String(row.sequence))}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate(`layer.${row.layer}`)}</TableCell>
                <TableCell>{row.account}</TableCell>
                <TableCell align="right">
                  <MoneyField
                    value={row.amount}
                    unit={row.layer === 'adl' ? translate('losses.contracts') : loss.deficit?.asset}
                  />
                </TableCell>
                <TableCell align="right">{groupDigits(row.units)}</TableCell>
                <TableCell sx={{ minWidth: 260 }}>
                  <Proof row={row} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Scroller>
      {onMore === null ? null : (
        <Box sx={{ p: 1.5, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button onClick={onMore}>{translate('losses.more')}</Button>
        </Box>
      )}
    </>
  );
}

/** What is stated of a line, name by name; what does not apply to it is left out. */
function Proof({ row: { proof } }: { row: LossAllocation }) {
  const translate = useTranslate();
  const parts = Object.entries(proof).filter(([, value]) => value !== null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, fontSize: '0.78rem', color: 'text.secondary' }}>
      {parts.map(([name, value]) => (
        <span key={name} style={{ overflowWrap: 'anywhere' }}>
          {translate(`proof.${name}`, { _: name })}: {groupDigits(String(value))}
        </span>
      ))}
    </Box>
  );
}
