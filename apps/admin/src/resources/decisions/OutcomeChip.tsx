import { useTranslate } from 'react-admin';
import type { LoggedDecisionSummary } from '@backstop/contracts';
import { ToneChip } from '../../fields/ToneChip.tsx';
import type { Tone } from '../../layout/palette.ts';

type Outcome = LoggedDecisionSummary['outcome'];

const TONES: Readonly<Record<Outcome, Tone>> = {
  pass: 'healthy',
  breach: 'danger',
  indeterminate: 'unknown',
  covered: 'healthy',
  uncovered: 'danger',
  receivable: 'caution',
};

/** What an entry came to. */
export function OutcomeChip({ outcome }: { outcome: Outcome }) {
  const translate = useTranslate();
  return <ToneChip tone={TONES[outcome]}>{translate(`decisions.outcome_of.${outcome}`)}</ToneChip>;
}
