import type { Review } from '@backstop/core/change';
import type { EntityManager } from 'typeorm';
import { presentRoles } from '../access/present-roles.ts';
import type { ChangeReviewEntity } from './change-review.entity.ts';
import { reviewOf } from './change-rows.ts';

interface CountingReview extends Review {
  readonly changeId: string;
}

/**
 * Reviews as they count now. An approval counts for those roles of then that its reviewer still holds, and not at all
 * once that is not an approver any more; a rejection stands. With `isLocked` that stays so until the transaction ends.
 */
export async function countingReviews(
  manager: EntityManager,
  reviews: readonly ChangeReviewEntity[],
  { isLocked = false }: { readonly isLocked?: boolean } = {},
): Promise<readonly CountingReview[]> {
  const approving = reviews.filter(({ verdict }) => verdict === 'approve').map(({ reviewer }) => reviewer);
  const present = await presentRoles(manager, approving, { isLocked });
  return reviews.flatMap((row) => {
    const review = { ...reviewOf(row), changeId: row.changeId };
    if (review.verdict === 'reject') return [review];
    const held = new Set<string>(present.get(review.by));
    const roles = review.roles.filter((role) => held.has(role));
    return roles.includes('approver') ? [{ ...review, roles }] : [];
  });
}
