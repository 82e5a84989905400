import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { fundApi } from '../../providers/fundApi.ts';
import { AccountPanel } from './AccountPanel.tsx';
import { DepositsPanel } from './deposits/DepositsPanel.tsx';
import { EntriesPanel } from './EntriesPanel.tsx';
import { FundFacts } from './FundFacts.tsx';
import { PositionsPanel } from './PositionsPanel.tsx';
import { StatementsPanel } from './StatementsPanel.tsx';

/** How old a balance may be while somebody looks at it, in milliseconds. */
const BALANCE_AGE_MAX = 15_000;

/** One compartment: what it holds, what moved, and what waits for a decision. */
export function FundPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  return (
    <NeedsPermission permission="fund:read" title={translate('funds.title')}>
      <FundOf key={id} id={id} />
    </NeedsPermission>
  );
}

function FundOf({ id }: { id: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['funds', 'one', id],
    queryFn: ({ signal }) => fundApi.find(id, signal),
    refetchInterval: BALANCE_AGE_MAX,
  });
  const trail = (
    <Link component={LinkBase} to="/funds" sx={{ fontSize: '0.84rem' }}>
      {translate('funds.title')}
    </Link>
  );
  const title = translate('funds.one', { id });
  if (data === undefined) {
    return (
      <>
        <PageHeader title={title} trail={trail} />
        {error === null ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeader title={title} trail={trail} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <FundFacts fund={data} />
        <DepositsPanel fund={data} />
        <PositionsPanel fund={data} />
        <AccountPanel fund={data} />
        <StatementsPanel fund={data} />
        <EntriesPanel fund={data} />
      </Box>
    </>
  );
}
