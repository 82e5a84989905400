import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { InstantField } from '../../../fields/InstantField.tsx';
import { PersonName } from '../../../fields/PersonName.tsx';
import { ToneChip } from '../../../fields/ToneChip.tsx';
import { useDirectory } from '../../../providers/directory.ts';
import { useSession } from '../../../providers/session.ts';
import { openPlaces, type OpenPlace } from './openPlaces.ts';

/** People named with a missing approval; the rest is counted. */
const NAMED = 4;

/** Approvals one by one: who gave which, and who can give those that are missing. */
export function ApprovalList({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const { data: people } = useDirectory();
  const given = change.reviews.filter(({ counts, verdict }) => counts && verdict === 'approve');
  const open = people === undefined ? [] : openPlaces(change, people);
  if (given.length + open.length === 0) return null;
  return (
    <Box component="ol" aria-label={translate('approvals.list')} sx={{ listStyle: 'none', m: 0, mb: 1.5, p: 0 }}>
      {given.map(({ by, at, roles }) => (
        <Box component="li" key={by} sx={row}>
          <Mark isGiven />
          <Box sx={{ minWidth: 0 }}>
            <strong>
              <PersonName id={by} />
            </strong>{' '}
            {translate('approvals.by')}
            <Box sx={soft}>
              <InstantField value={at} /> · {translate('reviews.as', { roles: roles.join(', ') })}
            </Box>
          </Box>
        </Box>
      ))}
      {open.map((place, index) => (
        <Box component="li" key={index} sx={row}>
          <Mark isGiven={false} />
          <Missing place={place} asked={change.requestedApprovers} />
        </Box>
      ))}
    </Box>
  );
}

function Missing({ place: { role, people }, asked }: { place: OpenPlace; asked: readonly string[] }) {
  const translate = useTranslate();
  const me = useSession().person?.id ?? null;
  const named = people.slice(0, NAMED).map(({ id, name }) => {
    const who = id === me ? translate('approvals.you') : name;
    return asked.includes(id) ? `${who} (${translate('approvals.asked')})` : who;
  });
  const rest = people.length - named.length;
  const values = { people: named.join('; '), smart_count: rest };
  return (
    <Box sx={{ minWidth: 0 }}>
      <strong>{translate(role === null ? 'approvals.open' : 'approvals.open_role')}</strong>{' '}
      {role === null ? null : (
        <ToneChip tone="neutral" outlined>
          {role}
        </ToneChip>
      )}
      {people.length === 0 ? (
        <Box sx={{ color: 'tones.danger', fontSize: '0.8rem' }}>
          {translate(role === null ? 'approvals.nobody' : 'approvals.nobody_role')}
        </Box>
      ) : (
        <Box sx={soft}>{translate(rest > 0 ? 'approvals.from_many' : 'approvals.from', values)}</Box>
      )}
    </Box>
  );
}

function Mark({ isGiven }: { isGiven: boolean }) {
  return (
    <Box
      aria-hidden
      component="span"
      sx={{ display: 'inline-flex', pt: '2px', color: isGiven ? 'tones.healthy' : 'tones.caution' }}
    >
      {isGiven ? <CheckCircleOutlined fontSize="small" /> : <RadioButtonUnchecked fontSize="small" />}
    </Box>
  );
}

const row = { display: 'flex', gap: 1, py: 0.5, fontSize: '0.88rem', overflowWrap: 'anywhere' } as const;
const soft = { color: 'text.secondary', fontSize: '0.8rem' } as const;
