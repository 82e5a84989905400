import { useTranslate } from 'react-admin';
import type { Effect } from '@backstop/core/policy';
import type { Tone } from '../layout/palette.ts';
import { ToneChip } from './ToneChip.tsx';

const TONES: Readonly<Record<Effect, Tone>> = {
  'can-liquidate': 'danger',
  'blocks-new-risk': 'caution',
  costs: 'caution',
  loosens: 'healthy',
  none: 'neutral',
};

/** What a difference can do to an open account. */
export function EffectChip({ effect }: { effect: Effect }) {
  const translate = useTranslate();
  return <ToneChip tone={TONES[effect]}>{translate(`effect.${effect}`)}</ToneChip>;
}
