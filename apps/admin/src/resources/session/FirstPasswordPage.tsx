import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { SignedInPerson } from '@backstop/contracts';
import { ChangePasswordForm } from './ChangePasswordForm.tsx';
import { SignInFrame } from './SignInFrame.tsx';
import { useSignOut } from './useSignOut.ts';

/** Whoever signed in with a password that somebody else knows chooses their own before anything else. */
export function FirstPasswordPage({ person }: { person: SignedInPerson }) {
  const translate = useTranslate();
  const signOut = useSignOut();
  return (
    <SignInFrame title={translate('session.must_title')} lead={translate('session.must_lead')}>
      <ChangePasswordForm login={person.login ?? ''} onChanged={() => undefined} />
      <Box sx={{ textAlign: 'center', mt: 1.5 }}>
        <Button color="inherit" onClick={signOut} sx={{ color: 'text.secondary' }}>
          {translate('session.sign_out')}
        </Button>
      </Box>
    </SignInFrame>
  );
}
