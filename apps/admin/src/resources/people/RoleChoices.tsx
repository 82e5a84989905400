import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useTranslate } from 'react-admin';
import { ROLES, type Role } from '@backstop/core/access';
import { grantedBeyondReading } from './grantedBeyondReading.ts';

interface Props {
  readonly roles: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
  readonly isDisabled?: boolean;
}

/** Each role with what it lets a person do. */
export function RoleChoices({ roles, onChange, isDisabled = false }: Props) {
  const translate = useTranslate();
  const toggle = (role: Role): void =>
    onChange(ROLES.filter((one) => (one === role ? !roles.includes(one) : roles.includes(one))));
  return (
    <Box component="fieldset" disabled={isDisabled} sx={{ border: 0, m: 0, p: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 0.5, fontSize: '0.84rem', fontWeight: 600 }}>
        {translate('people.roles')}
      </Box>
      {ROLES.map((role) => (
        <FormControlLabel
          key={role}
          disabled={isDisabled}
          control={
            <Checkbox size="small" checked={roles.includes(role)} onChange={() => toggle(role)} sx={{ py: 0.5 }} />
          }
          label={
            <Box sx={{ fontSize: '0.86rem', py: 0.5 }}>
              <Box component="span" sx={{ fontWeight: 600 }}>
                {translate(`role.${role}`)}
              </Box>
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {` ${sentenceOf(role, translate)}`}
              </Box>
            </Box>
          }
          sx={{ display: 'flex', alignItems: 'flex-start', mr: 0 }}
        />
      ))}
    </Box>
  );
}

function sentenceOf(role: Role, translate: (key: string, options?: { what: string }) => string): string {
  const beyond = grantedBeyondReading(role);
  if (beyond.length === 0) return translate('people.reads');
  return translate('people.reads_and', {
    what: beyond.map((permission) => translate(`permission.${permission}`)).join('; '),
  });
}
