import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableFooter from '@mui/material/TableFooter';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { FundResource, FundStatement } from '@backstop/contracts';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { Scroller } from '../../layout/Scroller.tsx';
import { fundApi } from '../../providers/fundApi.ts';
import { readDay } from '../../text/instants.ts';
import { FlowsChart } from './FlowsChart.tsx';
import { FLOWS, flowOf, summedFlow } from './flows.ts';

/** What came in and went out, day by day: drawn, and to the last unit in a table. */
export function StatementsPanel({ fund: { id, asset, entries } }: { fund: FundResource }) {
  const translate = useTranslate();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['funds', 'statements', id, entries],
    queryFn: ({ signal }) => fundApi.statements(id, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={translate('funds.statements')} note={translate('funds.utc_days')} flush>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data?.length === 0 ? <Empty title={translate('funds.no_days')}>{translate('funds.no_days_hint')}</Empty> : null}
      {data === undefined || data.length === 0 ? null : (
        <>
          <FlowsChart days={data} asset={asset} />
          <StatementTable days={data} asset={asset} />
        </>
      )}
    </Panel>
  );
}

function StatementTable({ days, asset }: { days: readonly FundStatement[]; asset: string }) {
  const translate = useTranslate();
  return (
    <Scroller label={translate('funds.statements')} maxHeight={460} isRuled>
      <Table size="small" stickyHeader aria-label={translate('funds.statements')}>
        <TableHead>
          <TableRow>
            <TableCell>{translate('funds.day')}</TableCell>
            {['day_opening', ...FLOWS.map((flow) => `flow_${flow}`), 'day_closing'].map((column) => (
              <TableCell key={column} align="right">
                {translate(`funds.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {days.toReversed().map((day) => (
            <TableRow key={day.day} hover>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{readDay(day.day)}</TableCell>
              {[day.opening, ...FLOWS.map((flow) => flowOf(day, flow)), day.closing].map((amount, index) => (
                <TableCell key={index} align="right">
                  <MoneyField value={amount} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
        <TableFooter>
          <TableRow
            sx={{
              '& td, & th': {
                fontWeight: 650,
                color: 'text.primary',
                position: 'sticky',
                bottom: 0,
                bgcolor: 'background.paper',
              },
            }}
          >
            <TableCell component="th" scope="row">
              {translate('funds.sum', { asset })}
            </TableCell>
            <TableCell />
            {FLOWS.map((flow) => (
              <TableCell key={flow} align="right">
                <MoneyField value={summedFlow(days, flow)} />
              </TableCell>
            ))}
            <TableCell align="right">
              <MoneyField value={days[days.length - 1]?.closing ?? '0'} />
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </Scroller>
  );
}
