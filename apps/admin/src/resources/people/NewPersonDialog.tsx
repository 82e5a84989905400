import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { Role } from '@backstop/core/access';
import { Refused } from '../../layout/Refused.tsx';
import { newIdempotencyKey } from '../../providers/newIdempotencyKey.ts';
import { peopleApi } from '../../providers/peopleApi.ts';
import { OneTimePassword } from './OneTimePassword.tsx';
import { RoleChoices } from './RoleChoices.tsx';

/** A new person: what they are called, what they sign in with, what they may do; then their first password, once. */
export function NewPersonDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['viewer']);
  const add = useMutation({
    mutationFn: () =>
      peopleApi.addPerson({ name: name.trim(), login: login.trim().toLowerCase(), roles: [...roles] }, key),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['people'] });
      await queryClient.invalidateQueries({ queryKey: ['directory'] });
    },
  });
  if (add.data !== undefined) {
    return <OneTimePassword person={add.data.person} password={add.data.oneTimePassword} onClose={onClose} />;
  }
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="new-person" maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={submit} sx={{ display: 'contents' }}>
        <DialogTitle id="new-person" variant="h2">
          {translate('people.add')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {add.error === null ? null : <Refused error={add.error} title="people.not_added" />}
          <TextField
            label={translate('people.name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            required
            autoFocus
            sx={{ mt: 1 }}
          />
          <TextField
            label={translate('people.login')}
            value={login}
            onChange={({ target }) => setLogin(target.value)}
            required
            helperText={translate('people.login_hint')}
            slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false, autoComplete: 'off' } }}
          />
          <RoleChoices roles={roles} onChange={setRoles} />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{translate('session.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={add.isPending}>
            {translate('people.add_act')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
