import { useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { InstantField } from '../../fields/InstantField.tsx';

interface Props {
  readonly change: Pick<ChangeSummary, 'effectiveFrom' | 'phase'>;
  readonly isShort?: boolean;
}

const OPEN: readonly string[] = ['draft', 'submitted', 'rejected'];

/** From when: an instant, or as soon as the notice allows while nobody wished for one. */
export function StartText({ change, isShort = false }: Props) {
  const translate = useTranslate();
  if (change.effectiveFrom === null) {
    return <>{translate(OPEN.includes(change.phase) ? 'change.from_earliest' : 'change.never_began')}</>;
  }
  return <InstantField value={change.effectiveFrom} isShort={isShort} />;
}
