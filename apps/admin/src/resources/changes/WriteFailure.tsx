import { useMemo, useState } from 'react';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { Failure } from '../../layout/Failure.tsx';
import { ProblemSummary } from '../../layout/ProblemSummary.tsx';
import { useReload } from '../../providers/changeQueries.ts';
import { readFailure } from '../../providers/readFailure.ts';

interface Props {
  readonly error: unknown;
  readonly changeId: string;
  /** Called once what others wrote is here; what was typed is the caller's and stays. */
  readonly onReloaded: () => void;
  /** Leads to a place that the service named; left out where there is none here. */
  readonly onGoTo?: (pointer: string) => (() => void) | null;
}

/** Why a write did not happen. Where somebody else was faster it says so and reads the change again. */
export function WriteFailure({ error, changeId, onReloaded, onGoTo = () => null }: Props) {
  const translate = useTranslate();
  const reload = useReload();
  const [failed, setFailed] = useState<unknown>(null);
  // The same as long as the error is: its summary takes the focus once.
  const failure = useMemo(() => readFailure(error), [error]);
  if (failure.status !== 412) {
    return failure.errors.length === 0 ? (
      <Failure error={error} />
    ) : (
      <ProblemSummary failure={failure} onGoTo={onGoTo} />
    );
  }
  return (
    <>
      <Alert
        severity="warning"
        variant="outlined"
        role="alert"
        sx={{ bgcolor: 'background.paper' }}
        action={
          <Button color="inherit" onClick={() => void reload(changeId).then(onReloaded, setFailed)}>
            {translate('write.reload')}
          </Button>
        }
      >
        <AlertTitle>{translate('write.changed')}</AlertTitle>
        {translate('write.kept')}
      </Alert>
      {failed === null ? null : <Failure error={failed} />}
    </>
  );
}
