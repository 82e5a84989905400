import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { FundResource } from '@backstop/contracts';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { fundApi } from '../../providers/fundApi.ts';
import { groupDigits } from '../../text/figures.ts';

const COLUMNS = ['contract', 'size', 'cost', 'realized'] as const;

/** What the compartment took over and still holds, or has sold again. */
export function PositionsPanel({ fund: { id, asset } }: { fund: FundResource }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['funds', 'positions', id],
    queryFn: ({ signal }) => fundApi.positions(id, signal),
  });
  return (
    <Panel title={translate('funds.positions')} note={translate('funds.positions_note')} flush>
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 ? (
        <Empty title={translate('funds.no_positions')}>{translate('funds.no_positions_hint')}</Empty>
      ) : null}
      {data === undefined || data.length === 0 ? null : (
        <Table size="small" aria-label={translate('funds.positions')}>
          <TableHead>
            <TableRow>
              {COLUMNS.map((column) => (
                <TableCell key={column} align={column === 'contract' ? 'left' : 'right'}>
                  {translate(`funds.position_${column}`, { asset })}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {data.map(({ contract, size, cost, realizedPnl }) => (
              <TableRow key={contract} hover>
                <TableCell>{contract}</TableCell>
                <TableCell align="right">{groupDigits(size)}</TableCell>
                <TableCell align="right">
                  <MoneyField value={cost} />
                </TableCell>
                <TableCell align="right">
                  <MoneyField value={realizedPnl} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}
