import { useMemo } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { BookAccountResource } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { JsonPanel } from '../../layout/JsonPanel.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { bookApi } from '../../providers/bookApi.ts';
import { api } from '../../providers/dataProvider.ts';
import { useMay } from '../../providers/session.ts';
import { DecisionsOfAccount } from '../decisions/DecisionsOfAccount.tsx';
import { DecisionView } from '../evaluations/decision/DecisionView.tsx';
import { StandingPanel } from './StandingPanel.tsx';
import { useEvaluateLink } from './useEvaluateLink.ts';

/** One account of the last book: what it is judged to be, what a liquidation would do, where it stands in the queue. */
export function AccountPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  return (
    <NeedsPermission permission="book:read" title={id}>
      <Account id={id} title={translate('accounts.one', { id })} />
    </NeedsPermission>
  );
}

function Account({ id, title }: { id: string; title: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['book', 'account', id],
    queryFn: ({ signal }) => bookApi.account(id, signal),
  });
  const trail = (
    <Link component={LinkBase} to="/accounts">
      {translate('accounts.title')}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={title}
        trail={trail}
        lead={
          data === undefined ? undefined : (
            <>
              {translate('accounts.as_in_book')} <InstantField value={data.snapshot.asOf} />
            </>
          )
        }
        actions={
          <>
            <DecisionsOfAccount account={id} />
            {data === undefined ? null : <EvaluateButton sent={data} />}
          </>
        }
      />
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined ? null : <Judged sent={data} />}
    </>
  );
}

function Judged({ sent }: { sent: BookAccountResource }) {
  const translate = useTranslate();
  const request = useMemo(() => requestOf(sent), [sent]);
  const mayEvaluate = useMay('evaluate');
  const mayReadLosses = useMay('loss:read');
  const decision = useQuery({
    queryKey: ['book', 'decision', request],
    queryFn: () => api.evaluate(request),
    enabled: mayEvaluate,
  });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {decision.error === null ? null : <Failure error={decision.error} onRetry={() => void decision.refetch()} />}
      {decision.isLoading ? <Loading /> : null}
      {decision.data === undefined ? null : (
        <DecisionView decision={decision.data} request={request} isOutdated={false} />
      )}
      {mayReadLosses ? <StandingPanel sent={sent} /> : null}
      <JsonPanel title={translate('accounts.as_sent')} value={sent.account} />
    </Box>
  );
}

/** The same account where it can be changed, to see what would help it. */
function EvaluateButton({ sent }: { sent: BookAccountResource }) {
  const translate = useTranslate();
  const link = useEvaluateLink(requestOf(sent));
  if (!useMay('evaluate') || link === null) return null;
  return (
    <Button component={LinkBase} to={link} variant="outlined">
      {translate('accounts.try')}
    </Button>
  );
}

/** The body of an evaluation, as it is typed on the page for it. */
function requestOf({ account, market }: BookAccountResource): string {
  return JSON.stringify({ account, market }, null, 2);
}
