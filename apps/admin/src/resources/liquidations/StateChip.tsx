import { useTranslate } from 'react-admin';
import type { LiquidationSummary } from '@backstop/contracts';
import { ToneChip } from '../../fields/ToneChip.tsx';

const TONES = { open: 'caution', done: 'neutral', ended: 'neutral' } as const;

/** Whether it is still being filled. */
export function StateChip({ state }: Pick<LiquidationSummary, 'state'>) {
  const translate = useTranslate();
  return <ToneChip tone={TONES[state]}>{translate(`liquidations.state_${state}`)}</ToneChip>;
}
