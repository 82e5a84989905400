import { useId, useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { changeApi, type ChangeAct } from '../../../providers/changeApi.ts';
import { useChangeWrite } from '../../../providers/changeQueries.ts';
import { useSession } from '../../../providers/session.ts';
import { WriteFailure } from '../WriteFailure.tsx';
import { consent } from './consent.ts';

interface Props {
  readonly act: ChangeAct;
  readonly change: ChangeResource;
  readonly onClose: () => void;
}

/** What goes with an act: who says no or acts alone says why; an approval names the submission that it is of. */
const MUST_SAY: readonly ChangeAct[] = ['reject', 'emergency'];
const FINAL: readonly ChangeAct[] = ['reject', 'emergency', 'cancel', 'withdraw'];

/**
 * Says what somebody is about to agree to, and does it only when they do. Nothing is shown as done before the service
 * has answered; where somebody else was faster, what was typed stays.
 */
export function ActDialog({ act, change, onClose }: Props) {
  const translate = useTranslate();
  const titleId = useId();
  const me = useSession().person?.id ?? null;
  const [text, setText] = useState('');
  const writing = useChangeWrite((said: string) => changeApi.act(act, change, bodyOf(act, change, said)));
  const mustSay = MUST_SAY.includes(act);
  const agree = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (mustSay && text.trim() === '') return;
    writing.mutate(text.trim(), { onSuccess: onClose });
  };
  return (
    <Dialog open onClose={writing.isPending ? undefined : onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={agree}>
        <DialogTitle id={titleId}>{translate(`acts.${act}_title`)}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Box component="ul" aria-label={translate('acts.consent')} sx={{ m: 0, pl: 2.25, display: 'grid', gap: 0.5 }}>
            {consent(act, change, me, translate).map((sentence) => (
              <li key={sentence}>
                <Sentence text={sentence} />
              </li>
            ))}
          </Box>
          <TextField
            autoFocus={mustSay}
            multiline
            minRows={2}
            maxRows={8}
            required={mustSay}
            label={translate(`acts.${act}_text`)}
            value={text}
            onChange={({ target }) => setText(target.value)}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
          {writing.error === null ? null : (
            <WriteFailure error={writing.error} changeId={change.id} onReloaded={() => writing.reset()} />
          )}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose} disabled={writing.isPending}>
            {translate('acts.back')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={FINAL.includes(act) ? 'error' : 'primary'}
            disabled={writing.isPending || (mustSay && text.trim() === '')}
          >
            {translate(writing.isPending ? 'acts.pending' : `acts.${act}_do`)}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}

function bodyOf(act: ChangeAct, { submission }: ChangeResource, text: string): object {
  const digest = submission?.digest ?? '';
  if (act === 'approve' || act === 'reject') return { digest, comment: text };
  if (act === 'emergency') return { digest, reason: text };
  return { reason: text };
}
