import { useTranslate } from 'react-admin';
import type { ChangePhaseName } from '@backstop/contracts';
import { ToneChip } from '../../fields/ToneChip.tsx';
import type { Tone } from '../../layout/palette.ts';

const TONES: Readonly<Record<ChangePhaseName, Tone>> = {
  draft: 'neutral',
  submitted: 'caution',
  rejected: 'danger',
  withdrawn: 'neutral',
  cancelled: 'neutral',
  scheduled: 'unknown',
  active: 'healthy',
  superseded: 'neutral',
  expired: 'neutral',
};

/** Where a change stands. */
export function PhaseChip({ phase }: { phase: ChangePhaseName }) {
  const translate = useTranslate();
  return <ToneChip tone={TONES[phase]}>{translate(`phase.${phase}`)}</ToneChip>;
}
