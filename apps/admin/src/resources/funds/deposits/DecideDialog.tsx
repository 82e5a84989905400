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
import type { FundDepositResource, FundResource } from '@backstop/contracts';
import { add, formatDecimal, parseDecimal, ZERO } from '@backstop/core/num';
import { Refused } from '../../../layout/Refused.tsx';
import { fundApi } from '../../../providers/fundApi.ts';
import { newIdempotencyKey } from '../../../providers/newIdempotencyKey.ts';
import { groupDigits } from '../../../text/figures.ts';

/** What a second person says to a deposit. */
export type Decision = 'approved' | 'rejected';

interface Props {
  readonly deposit: FundDepositResource;
  readonly decision: Decision;
  readonly fund: FundResource;
  readonly onClose: () => void;
}

/** Says what is about to be decided, with the amount; nothing is shown as booked before the service has answered. */
export function DecideDialog({ deposit, decision, fund, onClose }: Props) {
  const translate = useTranslate();
  const client = useQueryClient();
  const titleId = useId();
  const [key] = useState(newIdempotencyKey);
  const [comment, setComment] = useState('');
  const deciding = useMutation({
    mutationFn: () => fundApi.decide(deposit, { status: decision, comment: comment.trim() }, key),
    retry: false,
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['funds'] }),
  });
  const decide = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!deciding.isPending) deciding.mutate();
  };
  const after = formatDecimal(add(parseDecimal(fund.balance) ?? ZERO, parseDecimal(deposit.amount) ?? ZERO));
  return (
    <Dialog open onClose={deciding.isPending ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={decide}>
        <DialogTitle id={titleId} variant="h2">
          {translate(`deposits.${decision}_title`)}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {deciding.error === null ? null : <Refused error={deciding.error} title="deposits.not_decided" />}
          <Box>
            {translate(`deposits.${decision}_consent`, {
              amount: groupDigits(deposit.amount),
              asset: fund.asset,
              fund: fund.id,
              before: groupDigits(fund.balance),
              after: groupDigits(after),
            })}
          </Box>
          <TextField
            autoFocus
            multiline
            minRows={2}
            maxRows={8}
            label={translate('deposits.comment')}
            value={comment}
            onChange={({ target }) => setComment(target.value)}
            slotProps={{ htmlInput: { maxLength: 2000 } }}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={deciding.isPending}>
            {translate('acts.back')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={decision === 'rejected' ? 'error' : 'primary'}
            disabled={deciding.isPending}
          >
            {translate(deciding.isPending ? 'acts.pending' : `deposits.${decision}_do`)}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
