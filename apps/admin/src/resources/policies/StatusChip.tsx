import { useTranslate } from 'react-admin';
import type { PolicyStatus, VersionStatus } from '@backstop/contracts';
import { ToneChip } from '../../fields/ToneChip.tsx';
import type { Tone } from '../../layout/palette.ts';

const TONES: Readonly<Record<PolicyStatus | VersionStatus, Tone>> = {
  active: 'healthy',
  scheduled: 'unknown',
  draft: 'neutral',
  superseded: 'neutral',
  ended: 'neutral',
  expired: 'neutral',
  cancelled: 'neutral',
  shadow: 'neutral',
};

/** Where a policy or a version stands in time. */
export function StatusChip({ status }: { status: PolicyStatus | VersionStatus }) {
  const translate = useTranslate();
  return <ToneChip tone={TONES[status]}>{translate(`status.${status}`)}</ToneChip>;
}
