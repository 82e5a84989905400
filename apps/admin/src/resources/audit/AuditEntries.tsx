import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { AuditEntryResource } from '@backstop/contracts';
import { Empty } from '../../layout/Empty.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { Scroller } from '../../layout/Scroller.tsx';
import { useSearchParams } from '../../layout/useSearchParams.ts';
import { auditApi } from '../../providers/auditApi.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditRow } from './AuditRow.tsx';

const COLUMNS = ['sequence', 'at', 'actor', 'act', 'subject', 'open'] as const;

/** The chain, latest first, as far back as one asks. */
export function AuditEntries() {
  const translate = useTranslate();
  const params = useSearchParams();
  const filter = {
    actor: params.get('actor') ?? '',
    act: params.get('act') ?? '',
    subject: params.get('subject') ?? '',
  };
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) => auditApi.entries(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Panel title={translate('audit.entries')} note={translate('audit.latest_first')} flush>
      <AuditFilters filter={filter} onFilter={(next) => params.set(next, true)} />
      {isPending ? <Loading /> : null}
      {error === null ? null : (
        <Box sx={{ px: 2 }}>
          <Failure error={error} onRetry={() => void refetch()} />
        </Box>
      )}
      {data === undefined ? null : <EntryTable entries={entries} onNarrow={(next) => params.set(next)} />}
      {data !== undefined && entries.length === 0 ? (
        <Empty title={translate('audit.none')}>{translate('audit.none_hint')}</Empty>
      ) : null}
      {hasNextPage ? (
        <Box sx={{ p: 1.5, textAlign: 'center', borderTop: 1, borderColor: 'divider' }}>
          <Button disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {translate('audit.older')}
          </Button>
        </Box>
      ) : null}
    </Panel>
  );
}

interface TableProps {
  readonly entries: readonly AuditEntryResource[];
  readonly onNarrow: (filter: Readonly<Record<string, string>>) => void;
}

function EntryTable({ entries, onNarrow }: TableProps) {
  const translate = useTranslate();
  return (
    <Scroller label={translate('audit.entries')} isRuled>
      <Table size="small" aria-label={translate('audit.entries')}>
        <TableHead>
          <TableRow>
            {COLUMNS.map((column) => (
              <TableCell key={column} align={column === 'sequence' || column === 'open' ? 'right' : 'left'}>
                {translate(`audit.${column}`)}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {entries.map((entry) => (
            <AuditRow key={entry.sequence} entry={entry} onNarrow={onNarrow} columns={COLUMNS.length} />
          ))}
        </TableBody>
      </Table>
    </Scroller>
  );
}
