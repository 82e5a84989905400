import { useTranslate } from 'react-admin';
import type { ChangeSummary } from '@backstop/contracts';
import { isOpen } from '@backstop/core/change';
import { InstantField } from '../../fields/InstantField.tsx';

interface Props {
  readonly change: Pick<ChangeSummary, 'effectiveFrom' | 'phase'>;
  readonly isShort?: boolean;
}

/** From when: an instant, or as soon as the notice allows while nobody wished for one. */
export function StartText({ change, isShort = false }: Props) {
  const translate = useTranslate();
  if (change.effectiveFrom === null) {
    return <>{translate(isOpen(change.phase) ? 'change.from_earliest' : 'change.never_began')}</>;
  }
  return <InstantField value={change.effectiveFrom} isShort={isShort} />;
}
