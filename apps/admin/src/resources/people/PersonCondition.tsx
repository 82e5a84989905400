import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { PersonResource } from '@backstop/contracts';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { readZonedInstant } from '../../text/instants.ts';

/** Whether a person may sign in, and what stands in the way. */
export function PersonCondition({ person }: { person: PersonResource }) {
  const translate = useTranslate();
  const { disabled, lockedUntil, mustChangePassword, demo } = person;
  const isFree = !disabled && lockedUntil === null && !mustChangePassword;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {disabled ? <ToneChip tone="danger">{translate('people.disabled')}</ToneChip> : null}
      {lockedUntil === null ? null : (
        <ToneChip tone="caution">
          {translate('people.locked_until', { instant: readZonedInstant(lockedUntil) })}
        </ToneChip>
      )}
      {mustChangePassword && !disabled ? <ToneChip tone="caution">{translate('people.must_change')}</ToneChip> : null}
      {isFree ? <ToneChip tone="healthy">{translate('people.may_sign_in')}</ToneChip> : null}
      {demo ? (
        <ToneChip tone="unknown" outlined>
          {translate('people.demo')}
        </ToneChip>
      ) : null}
    </Box>
  );
}
