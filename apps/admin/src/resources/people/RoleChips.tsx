import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import type { Role } from '@backstop/core/access';
import { ToneChip } from '../../fields/ToneChip.tsx';

/** The roles of a person; said where there is none. */
export function RoleChips({ roles }: { roles: readonly Role[] }) {
  const translate = useTranslate();
  if (roles.length === 0) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('session.no_roles')}
      </Box>
    );
  }
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {roles.map((role) => (
        <ToneChip key={role} tone="neutral" outlined>
          {translate(`role.${role}`)}
        </ToneChip>
      ))}
    </Box>
  );
}
