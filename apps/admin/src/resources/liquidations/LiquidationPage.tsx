import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { liquidationApi } from '../../providers/liquidationApi.ts';
import { useMay } from '../../providers/session.ts';
import { Plan } from '../evaluations/plan/PlanView.tsx';
import { AskedLosses } from './AskedLosses.tsx';
import { EndDialog } from './EndDialog.tsx';
import { FillsPanel } from './FillsPanel.tsx';
import { LiquidationFacts } from './LiquidationFacts.tsx';
import { Returns } from './Returns.tsx';
import { StepsPanel } from './StepsPanel.tsx';

/** How old an open liquidation may be while somebody looks at it, in milliseconds. */
const OPEN_AGE_MAX = 5_000;

/** One liquidation: what was planned, what is filled, and what is missing. */
export function LiquidationPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  return (
    <NeedsPermission permission="loss:read" title={translate('liquidations.title')}>
      <LiquidationOf key={id} id={id} />
    </NeedsPermission>
  );
}

function LiquidationOf({ id }: { id: string }) {
  const translate = useTranslate();
  const mayEnd = useMay('liquidation:write');
  const [isEnding, setEnding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['liquidations', 'one', id],
    queryFn: ({ signal }) => liquidationApi.find(id, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'open' ? OPEN_AGE_MAX : false),
  });
  const trail = (
    <Link component={LinkBase} to="/liquidations" sx={{ fontSize: '0.84rem' }}>
      {translate('liquidations.title')}
    </Link>
  );
  if (data === undefined) {
    return (
      <>
        <PageHeader title={translate('liquidations.one')} trail={trail} />
        {error === null ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  const end =
    mayEnd && data.state === 'open' ? (
      <Button color="error" variant="outlined" onClick={() => setEnding(true)}>
        {translate('liquidations.end')}
      </Button>
    ) : null;
  return (
    <>
      <PageHeader title={translate('liquidations.of', { account: data.account })} trail={trail} actions={end} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <AskedLosses liquidation={data} />
        <Returns returns={data.returns} fills={data.fills} />
        <LiquidationFacts liquidation={data} />
        <StepsPanel liquidation={data} />
        <FillsPanel fills={data.fills} />
        <Plan plan={data.plan} />
      </Box>
      {isEnding ? <EndDialog liquidation={data} onClose={() => setEnding(false)} /> : null}
    </>
  );
}
