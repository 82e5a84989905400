import { useState } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { ChangeResource, RebaseRequest } from '@backstop/contracts';
import { isOpen } from '@backstop/core/change';
import { changeApi } from '../../../providers/changeApi.ts';
import { useChangeWrite } from '../../../providers/changeQueries.ts';
import { Sentence } from '../../../fields/Sentence.tsx';
import { WriteFailure } from '../WriteFailure.tsx';
import { ConflictTable } from './ConflictTable.tsx';
import { readConflicts } from './readConflicts.ts';

/** That somebody else's version has come in between: both are merged row by row, and what clashes is decided here. */
export function RebasePanel({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const [taken, setTaken] = useState<RebaseRequest['resolutions']>([]);
  const rebasing = useChangeWrite((resolutions: RebaseRequest['resolutions']) =>
    changeApi.act('rebase', change, { resolutions }),
  );
  const outdated = change.entries.filter(({ base, current }) => base !== current);
  if (!isOpen(change.phase) || outdated.length === 0) return null;
  const allowed = change.acts.find(({ act }) => act === 'rebase');
  const refusal = allowed?.allowed === true ? null : (allowed?.detail ?? null);
  const conflicts = readConflicts(rebasing.error);
  return (
    <Alert
      severity="warning"
      variant="outlined"
      sx={{ bgcolor: 'background.paper', '& .MuiAlert-message': { flex: 1 } }}
    >
      <AlertTitle>{translate('rebase.title')}</AlertTitle>
      {translate('rebase.text', { policies: outdated.map(({ policy }) => policy).join(', ') })}{' '}
      {refusal === null ? null : <Sentence text={refusal} />}
      {conflicts === null ? null : (
        <ConflictTable
          conflicts={conflicts}
          taken={taken}
          onTake={(resolution) =>
            setTaken((before) => [
              ...before.filter(({ policy, path }) => policy !== resolution.policy || path !== resolution.path),
              resolution,
            ])
          }
        />
      )}
      {rebasing.error === null || conflicts !== null ? null : (
        <WriteFailure error={rebasing.error} changeId={change.id} onReloaded={() => rebasing.reset()} />
      )}
      {allowed?.allowed === true ? (
        <Button
          variant="outlined"
          disabled={rebasing.isPending || (conflicts !== null && taken.length < conflicts.length)}
          onClick={() => rebasing.mutate(taken)}
          sx={{ mt: 1 }}
        >
          {translate(conflicts === null ? 'rebase.do' : 'rebase.resolve')}
        </Button>
      ) : null}
    </Alert>
  );
}
