import { useState } from 'react';
import Button from '@mui/material/Button';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/session.ts';
import { readZonedInstant } from '../../text/instants.ts';
import { RollBackDialog } from '../changes/RollBackDialog.tsx';

/** The way back to the whole set of an instant, for those who may write changes. */
export function RollBackTo({ asOf }: { asOf: string }) {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  if (!useMay('change:write')) return null;
  return (
    <>
      <Button
        aria-label={translate('rollback.to_named', { instant: readZonedInstant(asOf) })}
        onClick={() => setOpen(true)}
        sx={{ minHeight: 26, py: 0, ml: -0.75 }}
      >
        {translate('rollback.to')}
      </Button>
      {isOpen ? <RollBackDialog asOf={asOf} policies={null} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
