import { useState } from 'react';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { SessionResource, SignedInPerson } from '@backstop/contracts';
import { accessApi } from '../../providers/accessApi.ts';
import { enterSession } from '../../providers/session.ts';
import { useIsSignInAsked } from '../../providers/signInAgain.ts';
import { Refused } from '../../layout/Refused.tsx';
import { SignInForm } from './SignInForm.tsx';

interface Props {
  readonly session: SessionResource;
  readonly person: SignedInPerson;
}

/** Over the page as it stands, where the session ended in the middle of work. */
export function SignInDialog({ session, person }: Props) {
  const translate = useTranslate();
  const isAsked = useIsSignInAsked();
  const [complaint, setComplaint] = useState<string | null>(null);
  // Only the same person goes on with this page: another would send what this one wrote under their own name.
  const goOn = (next: SessionResource): void => {
    if (next.person?.id === person.id) {
      setComplaint(null);
      enterSession(next);
    } else {
      setComplaint(
        next.person === null ? translate('session.again_not_yet') : translate('session.again_other', person),
      );
    }
  };
  const look = useMutation({ mutationFn: () => accessApi.session(), onSuccess: goOn });
  const leave = (): void => {
    setComplaint(null);
    enterSession({ ...session, person: null, csrfToken: null, expiresAt: null });
  };
  return (
    <Dialog open={isAsked} aria-labelledby="sign-in-again" maxWidth="xs" fullWidth>
      <DialogTitle id="sign-in-again" variant="h2" sx={{ pb: 0.5 }}>
        {translate('session.again_title')}
      </DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2.5 }}>
          {translate('session.again_lead')}
        </Typography>
        {look.error === null ? null : <Refused error={look.error} title="session.refused" />}
        {complaint === null ? null : (
          <Alert severity="warning" variant="outlined" role="alert" sx={{ mb: 2 }}>
            {complaint}
          </Alert>
        )}
        {person.login === null && session.oidc !== null ? (
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Button href={session.oidc.startUrl} target="_blank" rel="noopener" variant="outlined" size="medium">
              {translate('session.oidc', { label: session.oidc.label })}
            </Button>
            <Button variant="contained" size="medium" disabled={look.isPending} onClick={() => look.mutate()}>
              {translate('session.again_checked')}
            </Button>
          </Box>
        ) : (
          <SignInForm key={String(isAsked)} login={person.login ?? undefined} onSignedIn={goOn} />
        )}
        <Box sx={{ textAlign: 'center', mt: 1.5 }}>
          <Button color="inherit" onClick={leave} sx={{ color: 'text.secondary' }}>
            {translate('session.leave')}
          </Button>
        </Box>
      </DialogContent>
    </Dialog>
  );
}
