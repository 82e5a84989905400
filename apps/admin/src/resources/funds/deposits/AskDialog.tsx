import { useId, useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import InputAdornment from '@mui/material/InputAdornment';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import type { FundDepositResource, FundResource } from '@backstop/contracts';
import { Refused } from '../../../layout/Refused.tsx';
import { fundApi } from '../../../providers/fundApi.ts';
import { newIdempotencyKey } from '../../../providers/newIdempotencyKey.ts';
import { groupDigits } from '../../../text/figures.ts';

type Kind = FundDepositResource['kind'];

/** Asks that something be paid in; said in a sentence with the amount before it is sent. Nothing is booked by it. */
export function AskDialog({ fund, onClose }: { fund: FundResource; onClose: () => void }) {
  const translate = useTranslate();
  const client = useQueryClient();
  const titleId = useId();
  const kinds: readonly Kind[] = [
    ...(fund.takesDeposits ? (['deposit'] as const) : []),
    ...(fund.entries === 0 ? (['opening'] as const) : []),
  ];
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'deposit');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const typed = amount.trim().replaceAll(',', '');
  const [key] = useState(newIdempotencyKey);
  const asking = useMutation({
    mutationFn: () => fundApi.ask({ fund: fund.id, kind }, { amount: typed, reason: reason.trim() }, key),
    retry: false,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['funds'] });
      onClose();
    },
  });
  const isWhole = typed !== '' && reason.trim() !== '';
  const ask = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (isWhole && !asking.isPending) asking.mutate();
  };
  return (
    <Dialog open onClose={asking.isPending ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={ask}>
        <DialogTitle id={titleId} variant="h2">
          {translate('deposits.ask_title', { fund: fund.id })}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {asking.error === null ? null : <Refused error={asking.error} title="deposits.not_asked" />}
          {kinds.length < 2 ? null : (
            <TextField
              select
              label={translate('deposits.kind')}
              value={kind}
              onChange={({ target }) => setKind(target.value as Kind)}
              helperText={translate(`deposits.kind_${kind}_hint`)}
              sx={{ mt: 1 }}
            >
              {kinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`deposits.kind_${one}`)}
                </MenuItem>
              ))}
            </TextField>
          )}
          <TextField
            autoFocus
            required
            label={translate('deposits.amount')}
            value={amount}
            onChange={({ target }) => setAmount(target.value)}
            sx={{ mt: kinds.length < 2 ? 1 : 0, '& input': { textAlign: 'right' } }}
            slotProps={{
              htmlInput: { inputMode: 'decimal', maxLength: 60, autoComplete: 'off' },
              input: { endAdornment: <InputAdornment position="end">{fund.asset}</InputAdornment> },
            }}
          />
          <TextField
            required
            multiline
            minRows={2}
            maxRows={8}
            label={translate('deposits.reason')}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
            helperText={translate('deposits.reason_hint')}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
          <Box sx={{ color: 'text.secondary', fontSize: '0.88rem' }} aria-live="polite">
            {translate(typed === '' ? 'deposits.consent_open' : 'deposits.consent', {
              amount: groupDigits(typed),
              asset: fund.asset,
              fund: fund.id,
            })}
          </Box>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={asking.isPending}>
            {translate('session.cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={asking.isPending || !isWhole}>
            {translate(asking.isPending ? 'acts.pending' : 'deposits.ask_do')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
