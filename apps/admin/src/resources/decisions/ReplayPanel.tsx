import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { DecisionReplay, LoggedDecision } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { Facts } from '../../layout/Facts.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Panel } from '../../layout/Panel.tsx';
import type { useReplay } from './useReplay.ts';

interface Props {
  readonly entry: LoggedDecision;
  readonly replay: ReturnType<typeof useReplay>;
}

/** Whether the same question under the same policy set is still answered the same, to the byte. */
export function ReplayPanel({ entry, replay }: Props) {
  const translate = useTranslate();
  const { data, error, isFetching, refetch } = replay;
  return (
    <Panel
      title={translate('decisions.replay_title')}
      actions={
        <Button variant="outlined" startIcon={<ReplayOutlined />} disabled={isFetching} onClick={() => void refetch()}>
          {translate(isFetching ? 'decisions.replaying' : 'decisions.replay')}
        </Button>
      }
    >
      <Box role="status" aria-live="polite">
        {error !== null ? (
          <Failure error={error} />
        ) : data === undefined ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {translate(isFetching ? 'decisions.replaying' : 'decisions.replay_lead')}
          </Typography>
        ) : (
          <Verdict replay={data} logged={entry.decisionDigest} />
        )}
      </Box>
    </Panel>
  );
}

function Verdict({ replay, logged }: { replay: DecisionReplay; logged: string }) {
  const translate = useTranslate();
  const digest = (value: string, label: string) => <HashField value={value} label={translate(label)} length={16} />;
  return (
    <Alert severity={replay.same ? 'success' : 'error'} variant="outlined">
      <AlertTitle>{translate(replay.same ? 'decisions.same' : 'decisions.not_same')}</AlertTitle>
      {replay.fault === null ? null : (
        <Box sx={{ mb: 1.5 }}>{translate(`decisions.fault.${replay.fault.code}`, { _: replay.fault.message })}</Box>
      )}
      <Facts
        facts={[
          { label: translate('decisions.logged_digest'), value: digest(logged, 'decisions.logged_digest') },
          {
            label: translate('decisions.replayed_digest'),
            value:
              replay.replayed === null
                ? translate('decisions.nothing_decided')
                : digest(replay.replayed.decisionDigest, 'decisions.replayed_digest'),
          },
          { label: translate('decisions.policySet'), value: digest(replay.policySet, 'banner.hash') },
        ]}
      />
    </Alert>
  );
}
