import { useTranslate } from 'react-admin';
import type { FundResource } from '@backstop/contracts';
import { ToneChip } from '../../fields/ToneChip.tsx';
import { fundCondition, TONE_OF_CONDITION } from './fundCondition.ts';

/** Whether a compartment can pay, in a word and a color. */
export function FundConditionChip({ fund }: { fund: FundResource }) {
  const translate = useTranslate();
  const condition = fundCondition(fund);
  return <ToneChip tone={TONE_OF_CONDITION[condition]}>{translate(`funds.condition_${condition}`)}</ToneChip>;
}
