import { useState } from 'react';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useTranslate } from 'react-admin';
import type { LiquidationPlanResponse } from '@backstop/contracts';
import { Refused } from '../../../layout/Refused.tsx';
import { liquidationApi } from '../../../providers/liquidationApi.ts';
import { newIdempotencyKey } from '../../../providers/newIdempotencyKey.ts';
import { liquidationPath } from '../../liquidations/liquidationPath.ts';

interface Props {
  /** The request that the plan answers, as JSON. */
  readonly request: string;
  readonly plan: LiquidationPlanResponse;
}

/** Begins what is planned, after one more question: from then on fills are held against the plan. */
export function BeginLiquidation({ request, plan }: Props) {
  const translate = useTranslate();
  const [isAsking, setAsking] = useState(false);
  const steps = plan.scopes.flatMap((scope) => scope.steps).filter(({ type }) => FILLED.includes(type)).length;
  if (steps === 0) return null;
  return (
    <>
      <Button variant="contained" color="error" onClick={() => setAsking(true)}>
        {translate('plan.begin')}
      </Button>
      {isAsking ? <BeginDialog request={request} steps={steps} onClose={() => setAsking(false)} /> : null}
    </>
  );
}

/** Steps that fills are held against. */
const FILLED: readonly string[] = ['reduce', 'takeover'];

function BeginDialog({ request, steps, onClose }: { request: string; steps: number; onClose: () => void }) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const beginning = useMutation({
    mutationFn: () => liquidationApi.begin(request, key),
    retry: false,
    onSuccess: ({ id }) => navigate(liquidationPath(id)),
    onSettled: () => client.invalidateQueries({ queryKey: ['liquidations'] }),
  });
  return (
    <Dialog
      open
      onClose={beginning.isPending ? undefined : onClose}
      aria-labelledby="begin-title"
      aria-describedby="begin-text"
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id="begin-title" variant="h2">
        {translate('plan.begin')}
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        {beginning.error === null ? null : <Refused error={beginning.error} title="plan.not_begun" />}
        <Typography id="begin-text" variant="body2">
          {translate('plan.begin_consent', { smart_count: steps })}
        </Typography>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button autoFocus onClick={onClose} disabled={beginning.isPending}>
          {translate('acts.back')}
        </Button>
        <Button variant="contained" color="error" disabled={beginning.isPending} onClick={() => beginning.mutate()}>
          {translate(beginning.isPending ? 'acts.pending' : 'plan.begin_do')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
