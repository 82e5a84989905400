/** What it takes to approve a change: data, found by classification and the guardrail in force at submission. */
export interface Requirement {
  /** Different people who must approve; ≥ 1. */
  readonly approvals: number;
  /** Roles of which each must be held by at least one of them. */
  readonly roles: readonly string[];
  /** From approval to effect, in seconds; ≥ 2, so that every process knows of it before. */
  readonly noticeSeconds: number;
  /** Age at which an approval no longer counts, in seconds; null = it never does. */
  readonly approvalAgeMaxSeconds: number | null;
  /** One sentence for each thing that asked for more than the least. */
  readonly reasons: readonly string[];
}

/** The least that any change takes: one other person, and the time in which every process learns of it. */
export const LEAST_REQUIREMENT: Requirement = {
  approvals: 1,
  roles: ['approver'],
  noticeSeconds: 2,
  approvalAgeMaxSeconds: null,
  reasons: [],
};

/** What satisfies both: the more of each. Commutative and associative, so no order of rules matters. */
export function stricterOf(a: Requirement, b: Requirement): Requirement {
  return {
    approvals: Math.max(a.approvals, b.approvals),
    roles: [...new Set([...a.roles, ...b.roles])].sort(),
    noticeSeconds: Math.max(a.noticeSeconds, b.noticeSeconds),
    approvalAgeMaxSeconds: earlier(a.approvalAgeMaxSeconds, b.approvalAgeMaxSeconds),
    reasons: [...new Set([...a.reasons, ...b.reasons])].sort(),
  };
}

/** Whether something is asked for that satisfying `than` may leave open. */
export function asksForMore(requirement: Requirement, than: Requirement): boolean {
  const both = stricterOf(requirement, than);
  return (
    both.approvals > than.approvals ||
    both.noticeSeconds > than.noticeSeconds ||
    both.approvalAgeMaxSeconds !== than.approvalAgeMaxSeconds ||
    both.roles.some((role) => !than.roles.includes(role))
  );
}

function earlier(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
