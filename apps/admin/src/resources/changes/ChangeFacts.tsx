import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { HashField } from '../../fields/HashField.tsx';
import { InstantField } from '../../fields/InstantField.tsx';
import { PersonName } from '../../fields/PersonName.tsx';
import { Facts, type Fact } from '../../layout/Facts.tsx';
import { readDuration } from '../../text/readDuration.ts';
import { changeTitle } from './changeTitle.ts';
import { People } from './People.tsx';
import { StartText } from './StartText.tsx';

/** Why, from when until when, by whom, and the digest that approvals are bound to; what happened when stands in the schedule. */
export function ChangeFacts({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const { submission } = change;
  const facts: Fact[] = [
    { label: translate('change.effective_from'), value: <StartText change={change} /> },
    {
      label: translate('change.effective_until'),
      value:
        change.effectiveUntil === null ? translate('policy.open_end') : <InstantField value={change.effectiveUntil} />,
    },
    ...(submission === null
      ? []
      : [
          {
            label: translate('change.notice_time'),
            value: translate('change.notice_value', { time: readDuration(submission.requirement.noticeSeconds) }),
          },
        ]),
    { label: translate('change.author'), value: <PersonName id={change.author} /> },
    { label: translate('change.contributors'), value: <People ids={change.contributors} /> },
    ...(change.requestedApprovers.length === 0
      ? []
      : [{ label: translate('change.requested'), value: <People ids={change.requestedApprovers} /> }]),
    ...(submission === null
      ? []
      : [
          {
            label: translate('change.digest'),
            value: <HashField value={submission.digest} label={translate('change.digest_of')} length={12} />,
          },
        ]),
  ];
  return (
    <Box sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 1, px: 2, py: 1.5 }}>
      {change.reason.trim() === changeTitle(change, translate) || change.reason === '' ? null : (
        <Box sx={{ mb: 1.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: 900 }}>{change.reason}</Box>
      )}
      <Facts facts={facts} />
    </Box>
  );
}
