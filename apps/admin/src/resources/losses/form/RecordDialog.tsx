import { useId, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useTranslate } from 'react-admin';
import type { LossResource } from '@backstop/contracts';
import { Refused } from '../../../layout/Refused.tsx';
import { lossApi } from '../../../providers/lossApi.ts';
import { groupDigits } from '../../../text/figures.ts';
import { lossPath } from '../lossPath.ts';

interface Props {
  readonly tried: LossResource;
  readonly lines: string;
  readonly idempotencyKey: string;
  readonly onClose: () => void;
}

/** Says who will bear what, and records it only when somebody agrees; the page of the loss then shows what was recorded. */
export function RecordDialog({ tried, lines, idempotencyKey, onClose }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const client = useQueryClient();
  const titleId = useId();
  const recording = useMutation({
    mutationFn: () => lossApi.record(lines, idempotencyKey),
    retry: false,
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['losses'] });
      await client.invalidateQueries({ queryKey: ['funds'] });
      navigate(lossPath(id ?? ''));
    },
  });
  const record = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!recording.isPending) recording.mutate();
  };
  return (
    <Dialog open onClose={recording.isPending ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={record}>
        <DialogTitle id={titleId} variant="h2">
          {translate('losses.record_title')}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          {recording.error === null ? null : <Refused error={recording.error} title="losses.not_recorded" />}
          <Box component="ul" aria-label={translate('acts.consent')} sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.5 }}>
            {consentOf(tried, translate).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </Box>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button autoFocus onClick={onClose} disabled={recording.isPending}>
            {translate('acts.back')}
          </Button>
          <Button type="submit" variant="contained" color="error" disabled={recording.isPending}>
            {translate(recording.isPending ? 'acts.pending' : 'losses.record_do')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

function consentOf(
  { account, deficit, layers, owed, uncovered, sizeNotPlaced }: LossResource,
  translate: (key: string, options?: Record<string, unknown>) => string,
): readonly string[] {
  const asset = deficit?.asset ?? '';
  const drawn = layers.filter((layer) => layer.drawn !== '0');
  return [
    deficit === null
      ? translate('losses.consent_open', { account })
      : translate('losses.consent_deficit', { account, amount: groupDigits(deficit.amount), asset }),
    ...drawn.map((layer) =>
      translate('losses.consent_layer', {
        layer: translate(`layer.${layer.type}`, { _: layer.type }),
        amount: groupDigits(layer.drawn),
        asset,
      }),
    ),
    ...layers
      .filter(({ closes = 0 }) => closes > 0)
      .map(({ closes = 0 }) => translate('losses.consent_closes', { smart_count: closes })),
    ...(owed === '0' ? [] : [translate('losses.consent_owed', { amount: groupDigits(owed), asset })]),
    translate('losses.consent_uncovered', { amount: groupDigits(uncovered), asset, size: groupDigits(sizeNotPlaced) }),
    translate('losses.consent_final'),
  ];
}
