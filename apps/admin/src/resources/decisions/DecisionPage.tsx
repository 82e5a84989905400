import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useQuery } from '@tanstack/react-query';
import { LinkBase, useParams, useTranslate } from 'react-admin';
import type { LoggedDecision } from '@backstop/contracts';
import { Failure } from '../../layout/Failure.tsx';
import { JsonPanel } from '../../layout/JsonPanel.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { NeedsPermission } from '../../layout/NeedsPermission.tsx';
import { PageHeader } from '../../layout/PageHeader.tsx';
import { decisionApi } from '../../providers/decisionApi.ts';
import { parsedJson } from '../../text/parsedJson.ts';
import { EntryFacts } from './EntryFacts.tsx';
import { LoggedEvaluation } from './LoggedEvaluation.tsx';
import { LoggedLoss } from './LoggedLoss.tsx';
import { LoggedPlan } from './LoggedPlan.tsx';
import { ReplayPanel } from './ReplayPanel.tsx';
import { useReplay } from './useReplay.ts';

/** One entry of the log: what was decided, why, and whether the same question is still answered the same. */
export function DecisionPage() {
  const translate = useTranslate();
  const { id = '' } = useParams();
  return (
    <NeedsPermission permission="decision:read" title={translate('decisions.title')}>
      <DecisionOf key={id} id={id} />
    </NeedsPermission>
  );
}

function DecisionOf({ id }: { id: string }) {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['decisions', 'one', id],
    queryFn: ({ signal }) => decisionApi.find(id, signal),
    // What is in the log never changes.
    staleTime: Infinity,
  });
  const trail = (
    <Link component={LinkBase} to="/decisions" sx={{ fontSize: '0.84rem' }}>
      {translate('decisions.title')}
    </Link>
  );
  if (data === undefined) {
    return (
      <>
        <PageHeader title={translate('decisions.one')} trail={trail} />
        {error === null ? <Loading /> : <Failure error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeader title={translate(`decisions.of_${data.type}`, { account: data.account })} trail={trail} />
      <Entry id={id} entry={data} />
    </>
  );
}

function Entry({ id, entry }: { id: string; entry: LoggedDecision }) {
  const translate = useTranslate();
  const replay = useReplay(id, entry.type);
  const told = parsedJson(entry.decision);
  // What somebody wrote into the database past the service may lack what an entry has.
  if (entry.decisionId === '' || told === null) {
    return (
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Alert severity="error" variant="outlined">
          {translate('decisions.not_an_entry')}
        </Alert>
        <ReplayPanel entry={entry} replay={replay} />
      </Box>
    );
  }
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <EntryFacts entry={entry} />
      <ReplayPanel entry={entry} replay={replay} />
      {entry.type === 'evaluation' ? (
        <LoggedEvaluation entry={entry} explained={replay.data?.replayed?.explained ?? null} />
      ) : entry.type === 'plan' ? (
        <LoggedPlan plan={told} />
      ) : (
        <LoggedLoss entry={entry} outcome={told} />
      )}
      {entry.input === null ? null : (
        <JsonPanel title={translate('decisions.input')} note={translate('decisions.input_note')} value={entry.input} />
      )}
    </Box>
  );
}
