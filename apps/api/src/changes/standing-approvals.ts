import { standingAt } from '@backstop/core/change';
import type { PolicyVersion } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';

/**
 * Sequences of the approvals of which some version stands at an instant. An approved change with none has been
 * superseded.
 */
export function standingApprovalsAt(approved: readonly PolicyVersion[], at: Instant): ReadonlySet<number> {
  return new Set(standingAt(approved, at).map(({ approvalSequence }) => approvalSequence));
}
