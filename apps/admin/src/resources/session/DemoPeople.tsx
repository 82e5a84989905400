import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { SessionResource } from '@backstop/contracts';
import { MONO } from '../../layout/theme.ts';
import { accessApi } from '../../providers/accessApi.ts';
import { enterSession } from '../../providers/session.ts';
import { Refused } from '../../layout/Refused.tsx';

type DemoPerson = NonNullable<SessionResource['demo']>['people'][number];

/** The people of a demonstration, passwords and all, each one click away. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const translate = useTranslate();
  const signIn = useMutation({
    mutationFn: ({ login, password }: DemoPerson) => accessApi.signIn(login, password),
    onSuccess: enterSession,
  });
  return (
    <Box component="section" aria-labelledby="demo-title" sx={sheet}>
      <Typography id="demo-title" variant="h2">
        {translate('session.demo_title')}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5, mb: 1 }}>
        {translate('session.demo_note')}
      </Typography>
      {signIn.error === null ? null : <Refused error={signIn.error} title="session.refused" />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {people.map((person) => (
          <Box component="li" key={person.login} sx={row}>
            <Box sx={{ minWidth: 0, flex: 1 }}>
              <Box sx={{ fontWeight: 600, fontSize: '0.88rem' }}>
                {person.name}
                <Box component="span" sx={{ fontWeight: 400, color: 'text.secondary' }}>
                  {rolesBeside(person, (role) => translate(`role.${role}`))}
                </Box>
              </Box>
              <Box sx={{ color: 'text.secondary', fontSize: '0.78rem', overflowWrap: 'anywhere' }}>
                <Box component="span" sx={code}>
                  {person.login}
                </Box>
                {` · ${translate('session.demo_password')} `}
                <Box component="span" sx={code}>
                  {person.password}
                </Box>
              </Box>
            </Box>
            <Button
              variant="outlined"
              aria-label={translate('session.demo_as', { name: person.name })}
              disabled={signIn.isPending}
              onClick={() => signIn.mutate(person)}
            >
              {translate('session.demo_act')}
            </Button>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** The roles that the name does not say already. */
function rolesBeside({ name, roles }: DemoPerson, read: (role: string) => string): string {
  const unsaid = roles.map(read).filter((role) => !name.includes(role));
  return unsaid.length === 0 ? '' : ` · ${unsaid.join(', ')}`;
}

const sheet = {
  bgcolor: 'background.paper',
  border: 1,
  borderTop: 3,
  borderColor: 'divider',
  borderTopColor: 'brass',
  borderRadius: 1,
  p: 2.5,
  minWidth: 0,
} as const;

const row = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  py: 0.85,
  borderTop: 1,
  borderColor: 'divider',
} as const;

const code = { fontFamily: MONO, fontSize: '0.95em' } as const;
