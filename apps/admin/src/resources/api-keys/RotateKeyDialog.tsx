import { useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { ApiKeyResource } from '@backstop/contracts';
import { Refused } from '../../layout/Refused.tsx';
import { newIdempotencyKey } from '../../providers/newIdempotencyKey.ts';
import { peopleApi } from '../../providers/peopleApi.ts';
import { KeySecret } from './KeySecret.tsx';

/** How long the old secret may work beside the new one, in seconds: the last is the most that the service takes. */
const OVERLAPS = [0, 3600, 86_400] as const;

/** A new secret for a key; the old one works on for as long as is chosen. */
export function RotateKeyDialog({ apiKey, onClose }: { apiKey: ApiKeyResource; onClose: () => void }) {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const [overlapSeconds, setOverlap] = useState<number>(86_400);
  const rotate = useMutation({
    mutationFn: () => peopleApi.rotateKey(apiKey.id, { overlapSeconds }, key),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  if (rotate.data !== undefined) return <KeySecret made={rotate.data} onClose={onClose} />;
  return (
    <Dialog open onClose={onClose} aria-labelledby="rotate-key" maxWidth="xs" fullWidth>
      <DialogTitle id="rotate-key" variant="h2">
        {translate('keys.rotate_title', { name: apiKey.name })}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {rotate.error === null ? null : <Refused error={rotate.error} title="keys.not_rotated" />}
        <Typography variant="body2">{translate('keys.rotate_text')}</Typography>
        <TextField
          select
          label={translate('keys.old_works')}
          value={overlapSeconds}
          onChange={({ target }) => setOverlap(Number(target.value))}
        >
          {OVERLAPS.map((seconds) => (
            <MenuItem key={seconds} value={seconds}>
              {translate(`keys.overlap_${String(seconds)}`)}
            </MenuItem>
          ))}
        </TextField>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose}>{translate('session.cancel')}</Button>
        <Button variant="contained" disabled={rotate.isPending} onClick={() => rotate.mutate()}>
          {translate('keys.rotate')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
