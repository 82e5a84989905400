import type { Requirement } from '@backstop/core/change';
import type { EvidenceReport } from '@backstop/contracts';

/** What a change takes, as the wire has it. */
export function requirementResource(requirement: Requirement): EvidenceReport['requirement'] {
  const { approvals, roles, noticeSeconds, approvalAgeMaxSeconds, reasons } = requirement;
  return { approvals, roles: [...roles], noticeSeconds, approvalAgeMaxSeconds, reasons: [...reasons] };
}
