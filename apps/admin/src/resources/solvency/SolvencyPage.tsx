import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { SolvencyResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { MoneyField } from '../../fields/MoneyField.tsx';
import { Empty } from '../../layout/Empty.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { lossApi } from '../../providers/lossApi.ts';
import { groupDigits } from '../../text/figures.ts';

const AMOUNTS = ['accountValue', 'negative', 'fundBalance', 'receivable', 'asked', 'uncovered'] as const;

/** Whether the venue has what it owes, asset by asset. */
export function SolvencyPage() {
  const translate = useTranslate();
  return (
    <NeedsPermission permission="loss:read" title={translate('solvency.title')}>
      <PageHeader title={translate('solvency.title')} lead={translate('solvency.lead')} />
      <Solvency />
    </NeedsPermission>
  );
}

function Solvency() {
  const { data, error, refetch } = useQuery({
    queryKey: ['solvency'],
    queryFn: ({ signal }) => lossApi.solvency(signal),
  });
  if (error !== null) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <SolvencyFacts solvency={data} />
      <SolvencyTable solvency={data} />
    </Box>
  );
}

function SolvencyFacts({ solvency: { at, book, notJudged, policySet } }: { solvency: SolvencyResource }) {
  const translate = useTranslate();
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      <Facts
        facts={[
          { label: translate('solvency.at'), value: <InstantField value={at} /> },
          {
            label: translate('solvency.policy_set'),
            value: <HashField value={policySet} label={translate('solvency.policy_set')} />,
          },
          ...(book === null
            ? [{ label: translate('solvency.book'), value: translate('solvency.no_book') }]
            : [
                { label: translate('solvency.book_as_of'), value: <InstantField value={book.asOf} /> },
                { label: translate('solvency.accounts'), value: groupDigits(String(book.accounts)) },
                {
                  label: translate('solvency.book'),
                  value: <HashField value={book.hash} label={translate('solvency.book')} />,
                },
              ]),
          { label: translate('solvency.not_judged'), value: groupDigits(String(notJudged)) },
        ]}
      />
    </Box>
  );
}

function SolvencyTable({ solvency: { assets, book } }: { solvency: SolvencyResource }) {
  const translate = useTranslate();
  return (
    <Panel
      title={translate('solvency.by_asset')}
      note={translate(book === null ? 'solvency.no_book_note' : 'solvency.note')}
      flush
    >
      {assets.length === 0 ? (
        <Empty title={translate('solvency.none')}>{translate('solvency.none_hint')}</Empty>
      ) : (
        <Table size="small" aria-label={translate('solvency.by_asset')}>
          <TableHead>
            <TableRow>
              <TableCell>{translate('solvency.asset')}</TableCell>
              <TableCell align="right">{translate('solvency.scopes')}</TableCell>
              {AMOUNTS.map((column) => (
                <TableCell key={column} align="right">
                  {translate(`solvency.${column}`)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {assets.map((row) => (
              <TableRow key={row.asset} hover>
                <TableCell component="th" scope="row">
                  {row.asset}
                </TableCell>
                <TableCell align="right">{groupDigits(String(row.scopes))}</TableCell>
                {AMOUNTS.map((column) => (
                  <TableCell key={column} align="right">
                    <MoneyField value={row[column]} unit={row.asset} />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Panel>
  );
}
