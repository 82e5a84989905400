import { isGranted, mayBeSecondPair } from '../access/index.ts';
import type { Person } from '../access/index.ts';
import type { Allowed } from '../problem/index.ts';
import { formatDuration, type Instant } from '../venue/index.ts';
import type { Change, Review } from './change.ts';
import { LEAD_MILLISECONDS } from './lead.ts';
import { isApprovable, missingApprovals, standingApprovals } from './missing-approvals.ts';
import { refused } from './refused.ts';

/** A reviewer's word on a change, on the digest that the reviewer saw. */
export interface Verdict {
  readonly by: Person;
  readonly at: Instant;
  readonly digest: string;
  readonly comment: string;
}

/**
 * An approval added, and the change approved once nothing is missing. The checks stand in order of precedence; the one
 * against contributors is said once more by the database.
 */
export function approveChange(change: Change, verdict: Verdict): Allowed<Change> {
  const { by, at, digest } = verdict;
  const checked = reviewable(change, verdict);
  if (!checked.ok) return checked;
  if (standingApprovals(change, at).some((review) => review.by === by.id)) {
    return refused('change_must_be_approved_once_by_each', `\`${by.id}\` has approved it already`);
  }
  const { noticeSeconds } = checked.value.requirement;
  const earliest = at + Math.max(noticeSeconds * 1000, LEAD_MILLISECONDS);
  const reviewed: Change = { ...change, reviews: [...change.reviews, reviewOf(verdict, 'approve', digest)] };
  if (!isApprovable(missingApprovals(reviewed, at))) return { ok: true, value: reviewed };
  // What was asked for is never moved silently: a notice that can no longer be kept is the author's to answer.
  if (change.effectiveFrom !== null && change.effectiveFrom < earliest) {
    const message = `the change takes effect less than its notice of ${formatDuration(noticeSeconds)} from now`;
    return refused('change_notice_must_be_kept', message);
  }
  const effectiveFrom = change.effectiveFrom ?? earliest;
  if (change.effectiveUntil !== null && change.effectiveUntil <= effectiveFrom) {
    return refused('change_must_end_after_it_begins', 'with its notice kept the change ends before it begins');
  }
  const approval = { at, effectiveFrom, emergency: null };
  return { ok: true, value: { ...reviewed, status: 'approved', approval } };
}

/** A rejection: it stands until the change is edited, and nobody can approve past it. */
export function rejectChange(change: Change, verdict: Verdict): Allowed<Change> {
  const checked = reviewable(change, verdict);
  if (!checked.ok) return checked;
  if (verdict.comment.trim() === '') return refused('rejection_must_have_reason', 'say why it is rejected');
  const reviews = [...change.reviews, reviewOf(verdict, 'reject', verdict.digest)];
  return { ok: true, value: { ...change, status: 'rejected', reviews } };
}

function reviewable(change: Change, { by, digest }: Verdict) {
  if (!isGranted(by, 'change:review')) return refused('permission_denied', 'reviewing takes the role `approver`');
  const { submission } = change;
  if (change.status !== 'submitted' || submission === null) {
    return refused('change_must_be_submitted', `the change is ${change.status}`);
  }
  if (!mayBeSecondPair(by, change.contributors)) {
    return refused('change_contributor_must_not_approve', `\`${by.id}\` wrote part of it`);
  }
  if (digest !== submission.digest) {
    return refused('change_must_be_as_reviewed', 'the change was edited or submitted anew since it was read');
  }
  return { ok: true as const, value: submission };
}

function reviewOf({ by, at, comment }: Verdict, verdict: Review['verdict'], digest: string): Review {
  return { by: by.id, at, verdict, digest, roles: by.roles, comment };
}
