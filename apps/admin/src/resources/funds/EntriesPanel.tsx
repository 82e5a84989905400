import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { FundEntryResource, FundResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { MONO } from '../../layout/theme.ts';
import { fundApi } from '../../providers/fundApi.ts';
import { groupDigits } from '../../text/figures.ts';

/** Entries on a page. */
const PAGE = 50;

const RIGHT = ['sequence', 'amount', 'balance_after'];
const COLUMNS = ['sequence', 'at', 'source', 'amount', 'balance_after', 'about', 'recorded_by'] as const;

/** The ledger, latest first. Its numbers have no gaps, so the page before any entry is known without asking. */
export function EntriesPanel({ fund: { id, asset, entries: count } }: { fund: FundResource }) {
  const translate = useTranslate();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['funds', 'entries', id, count],
    queryFn: ({ pageParam: last, signal }) => {
      const after = Math.max(0, last - PAGE);
      return fundApi.entries(id, { after, limit: Math.max(1, last - after) }, signal);
    },
    initialPageParam: count,
    getNextPageParam: (_page, _pages, last) => (last > PAGE ? last - PAGE : undefined),
    placeholderData: keepPreviousData,
  });
  const entries = data?.pages.flatMap((page) => page.toReversed()) ?? [];
  return (
    <Panel title={translate('funds.entries')} note={translate('funds.latest_first')} flush>
      {isPending ? <Loading rows={3} /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data !== undefined && entries.length === 0 ? (
        <Empty title={translate('funds.no_entries')}>{translate('funds.no_entries_hint')}</Empty>
      ) : null}
      {entries.length === 0 ? null : <EntryTable entries={entries} asset={asset} />}
      {hasNextPage ? (
        <Box sx={{ p: 1.5, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {translate('funds.older')}
          </Button>
        </Box>
      ) : null}
    </Panel>
  );
}

function EntryTable({ entries, asset }: { entries: readonly FundEntryResource[]; asset: string }) {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={translate('funds.entries')}>
      <TableHead>
        <TableRow>
          {COLUMNS.map((column) => (
            <TableCell key={column} align={RIGHT.includes(column) ? 'right' : 'left'}>
              {translate(`funds.${column}`, { asset })}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <TableRow key={entry.sequence} hover>
            <TableCell align="right">{groupDigits(String(entry.sequence))}</TableCell>
            <TableCell>
              <InstantField value={entry.at} isShort />
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>{translate(`funds.source_${entry.source}`)}</TableCell>
            <TableCell align="right">
              <MoneyField value={entry.from === 'balance' ? `-${entry.amount}` : entry.amount} />
            </TableCell>
            <TableCell align="right">
              <MoneyField value={entry.balance} />
            </TableCell>
            <TableCell sx={{ minWidth: 200 }}>
              {[entry.account, entry.contract].filter((name) => name !== null).join(' · ')}
              <Box sx={{ fontFamily: MONO, fontSize: '0.76rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
                {entry.reference}
              </Box>
            </TableCell>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              <PersonName id={entry.recordedBy} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
