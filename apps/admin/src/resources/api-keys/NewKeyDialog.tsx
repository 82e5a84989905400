import { useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { KeyScope } from '@backstop/core/access';
import { Refused } from '../../layout/Refused.tsx';
import { newIdempotencyKey } from '../../providers/newIdempotencyKey.ts';
import { peopleApi } from '../../providers/peopleApi.ts';
import { readZonedInstant } from '../../text/instants.ts';
import { KeySecret } from './KeySecret.tsx';
import { ScopeChoices } from './ScopeChoices.tsx';

const DAY = 86_400_000;

/** For how many days a key may be made; the service takes at most 400. */
const DAYS = [7, 30, 90, 365] as const;

/** A new key: what for, what it is granted, and until when; then its secret, once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  // Counted from when the dialog opened, so that a second try asks for the same key.
  const [{ key, openedAt }] = useState(() => ({ key: newIdempotencyKey(), openedAt: Date.now() }));
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly KeyScope[]>(['evaluate']);
  const [days, setDays] = useState<number>(90);
  const expiresAt = new Date(openedAt + days * DAY).toISOString();
  const add = useMutation({
    mutationFn: () => peopleApi.addKey({ name: name.trim(), scopes: [...scopes], expiresAt }, key),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  if (add.data !== undefined) return <KeySecret made={add.data} onClose={onClose} />;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!add.isPending) add.mutate();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby="new-key" maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={submit} sx={{ display: 'contents' }}>
        <DialogTitle id="new-key" variant="h2">
          {translate('keys.add')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {add.error === null ? null : <Refused error={add.error} title="keys.not_added" />}
          <TextField
            label={translate('keys.name')}
            value={name}
            onChange={({ target }) => setName(target.value)}
            required
            autoFocus
            helperText={translate('keys.name_hint')}
            sx={{ mt: 1 }}
          />
          <ScopeChoices scopes={scopes} onChange={setScopes} />
          <TextField
            select
            label={translate('keys.works_for')}
            value={days}
            onChange={({ target }) => setDays(Number(target.value))}
            helperText={translate('keys.works_until', { instant: readZonedInstant(expiresAt) })}
          >
            {DAYS.map((count) => (
              <MenuItem key={count} value={count}>
                {translate('keys.days', { smart_count: count })}
              </MenuItem>
            ))}
          </TextField>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{translate('session.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={add.isPending || scopes.length === 0}>
            {translate('keys.add_act')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
