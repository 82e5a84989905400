import { useId, useRef, useState, type SyntheticEvent } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useNavigate, useTranslate } from 'react-admin';
import { Sentence } from '../../fields/Sentence.tsx';
import { Failure } from '../../layout/Failure.tsx';
import { changeApi } from '../../providers/changeApi.ts';
import { useChangeWrite } from '../../providers/changeQueries.ts';
import { newIdempotencyKey } from '../../providers/newIdempotencyKey.ts';
import { draftPath } from './changePath.ts';

interface Props {
  /** The instant whose set is wanted back. */
  readonly asOf: string;
  /** Only these policies; null = every one that differs. */
  readonly policies: readonly string[] | null;
  readonly onClose: () => void;
}

/** Makes a draft that takes policies back to what they said at an instant. Nothing takes effect by that alone. */
export function RollBackDialog({ asOf, policies, onClose }: Props) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const titleId = useId();
  const key = useRef(newIdempotencyKey());
  const [reason, setReason] = useState('');
  const making = useChangeWrite((why: string) =>
    changeApi.rollBack({ asOf, reason: why, ...(policies === null ? {} : { policies: [...policies] }) }, key.current),
  );
  const make = (event: SyntheticEvent): void => {
    event.preventDefault();
    making.mutate(reason.trim(), { onSuccess: ({ id }) => navigate(draftPath(id)) });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <Box component="form" onSubmit={make}>
        <DialogTitle id={titleId}>{translate('rollback.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2 }}>
          <Box>
            <Sentence
              text={
                policies === null
                  ? translate('rollback.text_all', { instant: asOf })
                  : translate('rollback.text', { instant: asOf, policies: policies.join(', ') })
              }
            />{' '}
            {translate('rollback.draft')}
          </Box>
          <TextField
            autoFocus
            multiline
            minRows={2}
            label={translate('rollback.reason')}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
              // Another reason is another request.
              key.current = newIdempotencyKey();
            }}
            slotProps={{ htmlInput: { maxLength: 4000 } }}
          />
          {making.error === null ? null : <Failure error={making.error} />}
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2 }}>
          <Button onClick={onClose}>{translate('acts.back')}</Button>
          <Button type="submit" variant="contained" disabled={making.isPending}>
            {translate('rollback.do')}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
