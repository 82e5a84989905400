import Alert from '@mui/material/Alert';
import { useTranslate } from 'react-admin';
import { useNameOf } from '../../providers/directory.ts';
import type { Editing } from '../../providers/presence.ts';
import { readClock } from '../../text/instants.ts';

/** Who else is editing a draft, and since when: two authors know of each other before they save. */
export function PresenceNote({ others }: { others: readonly Editing[] }) {
  const translate = useTranslate();
  const nameOf = useNameOf();
  if (others.length === 0) return null;
  return (
    <Alert severity="info" variant="outlined" role="status" sx={{ bgcolor: 'background.paper' }}>
      {others.map(({ person, since }) => (
        <div key={person}>{translate('presence.editing', { name: nameOf(person), time: readClock(since) })}</div>
      ))}
      {translate('presence.advice')}
    </Alert>
  );
}
