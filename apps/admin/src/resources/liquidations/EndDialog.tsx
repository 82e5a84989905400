import { useId, useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { LiquidationResource } from '@backstop/contracts';
import { Refused } from '../../layout/Refused.tsx';
import { liquidationApi } from '../../providers/liquidationApi.ts';
import { newIdempotencyKey } from '../../providers/newIdempotencyKey.ts';

/** Ends a liquidation before it is done, with a reason; what is filled stays. */
export function EndDialog({ liquidation, onClose }: { liquidation: LiquidationResource; onClose: () => void }) {
  const translate = useTranslate();
  const client = useQueryClient();
  const titleId = useId();
  const [key] = useState(newIdempotencyKey);
  const [reason, setReason] = useState('');
  const ending = useMutation({
    mutationFn: () => liquidationApi.end(liquidation.id, reason.trim(), key),
    retry: false,
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['liquidations'] }),
  });
  const end = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (reason.trim() !== '' && !ending.isPending) ending.mutate();
  };
  return (
    <Dialog open onClose={ending.isPending ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={end}>
        <DialogTitle id={titleId} variant="h2">
          {translate('liquidations.end_title', { account: liquidation.account })}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {ending.error === null ? null : <Refused error={ending.error} title="liquidations.not_ended" />}
          <Box>{translate('liquidations.end_consent')}</Box>
          <TextField
            autoFocus
            required
            multiline
            minRows={2}
            maxRows={8}
            label={translate('liquidations.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={ending.isPending}>
            {translate('acts.back')}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={reason.trim() === '' || ending.isPending}>
            {translate(ending.isPending ? 'acts.pending' : 'liquidations.end_do')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
