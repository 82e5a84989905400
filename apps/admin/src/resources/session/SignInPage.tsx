import { useEffect } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import type { SessionResource } from '@backstop/contracts';
import { enterSession } from '../../providers/session.ts';
import { DemoPeople } from './DemoPeople.tsx';
import { ReturnedProblem } from './ReturnedProblem.tsx';
import { SignInForm } from './SignInForm.tsx';
import { SignInFrame } from './SignInFrame.tsx';

/** Who are you: stands in place of every page until that is known. */
export function SignInPage({ session }: { session: SessionResource }) {
  const translate = useTranslate();
  const { demo, oidc } = session;
  useEffect(() => {
    document.title = `${translate('session.title')} · Backstop`;
  }, [translate]);
  return (
    <SignInFrame title={translate('session.title')} beside={demo === null ? null : <DemoPeople people={demo.people} />}>
      <ReturnedProblem />
      <SignInForm onSignedIn={enterSession} />
      {oidc === null ? null : (
        <>
          <Divider sx={{ my: 2, fontSize: '0.82rem', color: 'text.secondary' }}>{translate('session.or')}</Divider>
          <Button href={oidc.startUrl} variant="outlined" size="medium" fullWidth>
            {translate('session.oidc', { label: oidc.label })}
          </Button>
        </>
      )}
      {demo === null ? (
        <Box
          sx={{ mt: 2.5, pt: 2, borderTop: 1, borderColor: 'divider', color: 'text.secondary', fontSize: '0.82rem' }}
        >
          <Typography component="strong" sx={{ fontSize: 'inherit', fontWeight: 600 }}>
            {translate('session.first')}
          </Typography>{' '}
          {translate('session.first_hint')}
        </Box>
      ) : null}
    </SignInFrame>
  );
}
