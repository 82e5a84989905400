import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { PASSWORD_LENGTH_MIN } from '@backstop/contracts';
import { accessApi } from '../../providers/accessApi.ts';
import { enterSession } from '../../providers/session.ts';
import { Refused } from '../../layout/Refused.tsx';
import { PasswordField } from './PasswordField.tsx';

interface Props {
  /** Of the person, for programs that keep passwords. */
  readonly login: string;
  readonly onChanged: () => void;
}

/** The password in use, and the new one twice. */
export function ChangePasswordForm({ login, onChanged }: Props) {
  const translate = useTranslate();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const differs = repeated !== next;
  const change = useMutation({
    mutationFn: () => accessApi.changePassword(current, next),
    onSuccess: (session) => {
      enterSession(session);
      onChanged();
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!differs && !change.isPending) change.mutate();
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, pt: 0.5 }}>
      {change.error === null ? null : <Refused error={change.error} title="session.not_changed" />}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <PasswordField
        label={translate('session.current')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        autoFocus
      />
      <PasswordField
        label={translate('session.next')}
        value={next}
        onChange={setNext}
        autoComplete="new-password"
        hint={translate('session.next_hint', { length: PASSWORD_LENGTH_MIN })}
      />
      <PasswordField
        label={translate('session.repeat')}
        value={repeated}
        onChange={setRepeated}
        autoComplete="new-password"
        fault={isTried && differs ? translate('session.not_the_same') : null}
      />
      <Button type="submit" variant="contained" size="medium" disabled={change.isPending}>
        {translate('session.change')}
      </Button>
    </Box>
  );
}
