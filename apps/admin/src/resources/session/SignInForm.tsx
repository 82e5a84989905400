import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { SessionResource } from '@backstop/contracts';
import { accessApi } from '../../providers/accessApi.ts';
import { PasswordField } from './PasswordField.tsx';
import { Refused } from '../../layout/Refused.tsx';

interface Props {
  /** The one login that will do; else it is asked for. */
  readonly login?: string | undefined;
  readonly onSignedIn: (session: SessionResource) => void;
}

/** Login and password. */
export function SignInForm({ login: fixed, onSignedIn }: Props) {
  const translate = useTranslate();
  const [login, setLogin] = useState(fixed ?? '');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => accessApi.signIn(login.trim(), password),
    onSuccess: onSignedIn,
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!signIn.isPending) signIn.mutate();
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      {signIn.error === null ? null : <Refused error={signIn.error} title="session.refused" />}
      <TextField
        label={translate('session.login')}
        value={login}
        onChange={({ target }) => setLogin(target.value)}
        autoFocus={fixed === undefined}
        required
        disabled={fixed !== undefined}
        slotProps={{ htmlInput: { autoComplete: 'username', autoCapitalize: 'none', spellCheck: false } }}
      />
      <PasswordField
        label={translate('session.password')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        autoFocus={fixed !== undefined}
      />
      <Button type="submit" variant="contained" size="medium" disabled={signIn.isPending}>
        {translate('session.submit')}
      </Button>
    </Box>
  );
}
