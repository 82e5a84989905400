import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { ChangeResource } from '@backstop/contracts';
import { isOpen } from '@backstop/core/change';
import type { DraftState } from './useDraft.ts';

interface Props {
  readonly state: DraftState;
  readonly change: ChangeResource | null;
}

/** What is to be known before typing on: where the text comes from, and what saving it does. */
export function DraftNotes({ state, change }: Props) {
  const translate = useTranslate();
  return (
    <>
      {state.isRestored && !state.isOutdated ? (
        <Alert
          severity="info"
          variant="outlined"
          sx={sheet}
          action={
            <Button color="inherit" onClick={state.forget}>
              {translate('draft.discard')}
            </Button>
          }
        >
          {translate('draft.restored')}
        </Alert>
      ) : null}
      {state.isKept ? null : (
        <Alert severity="warning" variant="outlined" sx={sheet}>
          {translate('draft.not_kept')}
        </Alert>
      )}
      {change !== null && !isOpen(change.phase) ? (
        <Alert severity="warning" variant="outlined" sx={sheet}>
          {translate('draft.closed', { phase: translate(`phase.${change.phase}`) })}
        </Alert>
      ) : null}
      {change?.phase === 'submitted' || change?.phase === 'rejected' ? (
        <Alert severity="info" variant="outlined" sx={sheet}>
          {translate('draft.voids', { smart_count: change.reviews.filter(({ counts }) => counts).length })}
        </Alert>
      ) : null}
    </>
  );
}

const sheet = { bgcolor: 'background.paper' } as const;
