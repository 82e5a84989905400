import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { LinkBase, useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { EffectChip } from '../../../fields/EffectChip.tsx';
import { InstantField } from '../../../fields/InstantField.tsx';
import { PersonName } from '../../../fields/PersonName.tsx';
import { Sentence } from '../../../fields/Sentence.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { Facts, type Fact } from '../../../layout/Facts.tsx';
import { useSession } from '../../../providers/session.ts';
import { readInstant } from '../../../text/instants.ts';
import { readDuration } from '../../../text/readDuration.ts';
import { changePath } from '../changePath.ts';
import { changeTitle } from '../changeTitle.ts';
import { PhaseChip } from '../PhaseChip.tsx';
import { PolicyNames } from '../PolicyNames.tsx';
import { readMissing } from '../readMissing.ts';
import { StartText } from '../StartText.tsx';
import { SummaryLine } from '../SummaryLine.tsx';
import { TimeLeft } from '../TimeLeft.tsx';
import { waitsSince } from './inboxView.ts';

/** Sentences of a change that are told before it is opened. */
const SENTENCES = 2;

/** One change that waits: what it does, what it lacks, for how long and by when. */
export function WaitingRow({ change, now }: { change: ChangeSummary; now: number }) {
  const translate = useTranslate();
  const me = useSession().person?.id ?? '';
  const { emergency } = change;
  const missing = readMissing(change.missing, translate);
  const facts: Fact[] = [
    ...(emergency?.confirmed !== null
      ? []
      : [
          {
            label: translate('inbox.ends'),
            value: (
              <Box component="span" sx={{ fontWeight: 650, color: 'tones.danger' }}>
                <InstantField value={emergency.expiresAt} /> (<TimeLeft until={emergency.expiresAt} />)
              </Box>
            ),
          },
          { label: translate('inbox.activated_by'), value: <PersonName id={emergency.by} /> },
        ]),
    {
      label: translate('queue.waits'),
      value: <Waits since={waitsSince(change)} now={now} />,
    },
    ...(change.approveBy === null
      ? []
      : [{ label: translate('queue.approve_by'), value: <ApproveBy instant={change.approveBy} now={now} /> }]),
    ...(missing === null ? [] : [{ label: translate('changes.missing'), value: <Sentence text={missing} isWithin /> }]),
    { label: translate('changes.effective_from_short'), value: <StartText change={change} /> },
    { label: translate('changes.author'), value: <PersonName id={change.author} /> },
    { label: translate('changes.policies'), value: <PolicyNames change={change} /> },
  ];
  return (
    <Box component="li" sx={row}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
        <Link component={LinkBase} to={changePath(change.id)} sx={{ fontWeight: 650, fontSize: '0.95rem' }}>
          {changeTitle(change, translate)}
        </Link>
        {change.effect === null ? null : <EffectChip effect={change.effect} />}
        <PhaseChip phase={change.phase} />
        {change.requestedApprovers.includes(me) ? (
          <ToneChip tone="caution" outlined>
            {translate('queue.asked_you')}
          </ToneChip>
        ) : null}
        {change.comments === 0 ? null : (
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>
            {translate('queue.comments', { smart_count: change.comments })}
          </Box>
        )}
      </Box>
      {change.summary.length === 0 ? null : (
        <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.25, fontSize: '0.86rem' }}>
          {change.summary.slice(0, SENTENCES).map((sentence) => (
            <li key={sentence}>
              <SummaryLine sentence={sentence} />
            </li>
          ))}
        </Box>
      )}
      <Box sx={{ mt: 1 }}>
        <Facts facts={facts} />
      </Box>
    </Box>
  );
}

/** How long it has waited; on hover since when. */
function Waits({ since, now }: { since: string; now: number }) {
  const translate = useTranslate();
  const time = readDuration(Math.max(0, (now - Date.parse(since)) / 1000));
  return (
    <time dateTime={since} title={readInstant(since)}>
      {translate('queue.waits_for', { time })}
    </time>
  );
}

/** How close a deadline is called pressing, in milliseconds. */
const PRESSING = 3_600_000;

/** Until when an approval is in time, and how long that is. */
function ApproveBy({ instant, now }: { instant: string; now: number }) {
  const translate = useTranslate();
  const left = Date.parse(instant) - now;
  return (
    <Box component="span" sx={left < PRESSING ? { fontWeight: 650, color: 'tones.danger' } : {}}>
      <InstantField value={instant} /> ({left < 0 ? translate('queue.too_late') : <TimeLeft until={instant} />})
    </Box>
  );
}

const row = { px: 2, py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } } as const;
