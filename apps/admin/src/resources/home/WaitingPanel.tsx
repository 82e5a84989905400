import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { EffectChip } from '../../fields/EffectChip.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { Sentence } from '../../fields/Sentence.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { Loading } from '../../layout/Loading.tsx';
import { Panel } from '../../layout/Panel.tsx';
import { useWaiting } from '../../providers/changeQueries.ts';
import { changePath } from '../changes/changePath.ts';
import { changeTitle } from '../changes/changeTitle.ts';
import { waitingGroups } from '../changes/inbox/waitingGroups.ts';
import { PhaseChip } from '../changes/PhaseChip.tsx';
import { readMissing } from '../changes/readMissing.ts';
import { TimeLeft } from '../changes/TimeLeft.tsx';
import { useNow } from '../changes/useNow.ts';
import { panelRow } from './panelRows.ts';

/** Changes told on the first page. */
const SHOWN = 4;

/** What waits for whoever is signed in, the most pressing first. */
export function WaitingPanel() {
  const translate = useTranslate();
  const { data, error, refetch } = useWaiting();
  const { emergencies, reviews, returned } = waitingGroups(data?.data ?? [], { now: useNow() });
  const waiting = [...emergencies, ...reviews, ...returned];
  return (
    <Panel
      title={translate('inbox.title')}
      actions={
        waiting.length === 0 ? undefined : (
          <Button component={LinkBase} to="/inbox">
            {translate('waiting_panel.more', { smart_count: data?.total ?? waiting.length })}
          </Button>
        )
      }
    >
      {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading rows={2} /> : null}
      {data !== undefined && error === null && waiting.length === 0 ? (
        <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }}>{translate('waiting_panel.none')}</Box>
      ) : null}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {waiting.slice(0, SHOWN).map((change) => {
          const missing = readMissing(change.missing, translate);
          return (
            <Box component="li" key={change.id} sx={panelRow}>
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
                <Link component={LinkBase} to={changePath(change.id)} sx={{ fontWeight: 600 }}>
                  {changeTitle(change, translate)}
                </Link>
                {change.effect === null ? null : <EffectChip effect={change.effect} />}
                <PhaseChip phase={change.phase} />
              </Box>
              <Pressing change={change} />
              {missing === null ? null : (
                <Box sx={{ color: 'text.secondary', fontSize: '0.82rem' }}>
                  <Sentence text={missing} />
                </Box>
              )}
            </Box>
          );
        })}
      </Box>
    </Panel>
  );
}

/** By when something has to be done, where there is such an hour. */
function Pressing({ change: { emergency, approveBy } }: { change: ChangeSummary }) {
  const translate = useTranslate();
  const until = emergency !== null && emergency.confirmed === null ? emergency.expiresAt : approveBy;
  if (until === null) return null;
  return (
    <Box sx={{ color: emergency === null ? 'text.secondary' : 'tones.danger', fontSize: '0.82rem', fontWeight: 600 }}>
      {translate(emergency === null ? 'queue.approve_by' : 'inbox.ends')} <InstantField value={until} /> (
      <TimeLeft until={until} />)
    </Box>
  );
}
