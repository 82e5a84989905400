import type { Instant } from '../venue/index.ts';
import type { Change, Review } from './change.ts';

/** What a submitted change still lacks. */
export interface MissingApprovals {
  /** How many more people must approve. */
  readonly approvals: number;
  /** Roles that none of those who approved holds. */
  readonly roles: readonly string[];
}

/** Whether nothing is missing; a change that is not submitted can lack nothing and have nothing. */
export function isApprovable(missing: MissingApprovals): boolean {
  return missing.approvals === 0 && missing.roles.length === 0;
}

/** What is missing at an instant: approvals that are too old, or that were given to another digest, do not count. */
export function missingApprovals(change: Change, at: Instant): MissingApprovals {
  const { submission } = change;
  if (submission === null) return { approvals: 1, roles: [] };
  const { approvals, roles } = submission.requirement;
  const counting = standingApprovals(change, at);
  return {
    approvals: Math.max(0, approvals - counting.length),
    roles: roles.filter((role) => counting.every((review) => !review.roles.includes(role))),
  };
}

/** The approvals that count at an instant. */
export function standingApprovals({ submission, reviews }: Change, at: Instant): Review[] {
  if (submission === null) return [];
  const ageMax = submission.requirement.approvalAgeMaxSeconds;
  return reviews.filter(
    (review) =>
      review.verdict === 'approve' &&
      review.digest === submission.digest &&
      (ageMax === null || at - review.at <= ageMax * 1000),
  );
}
