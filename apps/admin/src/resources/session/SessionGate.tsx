import type { ReactNode } from 'react';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { Failure } from '../../layout/Failure.tsx';
import { visuallyHidden } from '../../layout/Loading.tsx';
import { useSessionQuery } from '../../providers/session.ts';
import { FirstPasswordPage } from './FirstPasswordPage.tsx';
import { SignInPage } from './SignInPage.tsx';
import { SignInDialog } from './SignInDialog.tsx';

/** Every page stands behind this: who is not signed in sees the sign-in page in its place, under the same address. */
export function SessionGate({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const { data: session, error, refetch } = useSessionQuery();
  if (session === undefined) {
    return (
      <Box role="status" sx={{ p: 4 }}>
        <Box component="span" sx={visuallyHidden}>
          {translate('session.checking')}
        </Box>
        {error === null ? null : <Failure error={error} onRetry={() => void refetch()} />}
      </Box>
    );
  }
  const { person } = session;
  if (person === null) return <SignInPage session={session} />;
  return (
    <>
      {person.mustChangePassword ? <FirstPasswordPage person={person} /> : children}
      <SignInDialog session={session} person={person} />
    </>
  );
}
