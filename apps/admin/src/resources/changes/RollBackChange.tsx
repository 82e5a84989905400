import { useState } from 'react';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import type { ChangePhaseName, ChangeResource } from '@backstop/contracts';
import { useMay } from '../../providers/session.ts';
import { RollBackDialog } from './RollBackDialog.tsx';

const WAS_IN_FORCE: readonly ChangePhaseName[] = ['active', 'superseded', 'expired'];

/** The way back to what its policies said before a change took effect; nothing for changes that never did. */
export function RollBackChange({ change }: { change: ChangeResource }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  const isGranted = useMay('change:write');
  const { phase, effectiveFrom, origin } = change;
  if (!isGranted || origin === 'import' || effectiveFrom === null || !WAS_IN_FORCE.includes(phase)) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => setOpen(true)}>
        {translate('rollback.change')}
      </Button>
      {isOpen ? (
        <RollBackDialog
          asOf={new Date(Date.parse(effectiveFrom) - 1).toISOString()}
          policies={change.entries.map(({ policy }) => policy)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
