import type { ChangeResource } from '@backstop/contracts';

/** A step in the life of a change; what it is called is a text of its own. */
export interface Step {
  readonly name:
    | 'begun'
    | 'submitted'
    | 'to_submit'
    | 'in_review'
    | 'rejected'
    | 'withdrawn'
    | 'cancelled'
    | 'approved'
    | 'activated'
    | 'notice'
    | 'effective'
    | 'ends'
    | 'ended';
  /** `present` = the change waits here. */
  readonly when: 'past' | 'present' | 'future';
  /** Null where it is not settled yet. */
  readonly at: string | null;
  /** Id of whoever did it; null where nobody has, or it is not known. */
  readonly by: string | null;
}

type Scheduled = Pick<
  ChangeResource,
  | 'phase'
  | 'author'
  | 'createdAt'
  | 'updatedAt'
  | 'updatedBy'
  | 'submittedAt'
  | 'approvedAt'
  | 'effectiveFrom'
  | 'effectiveUntil'
  | 'emergency'
  | 'submission'
  | 'reviews'
>;

/** What has happened to a change, what it waits for, and what is to come, in order. */
export function stepsOf(change: Scheduled, now: number): readonly Step[] {
  const { author, createdAt, submittedAt, submission } = change;
  const begun: Step = { name: 'begun', when: 'past', at: createdAt, by: author };
  const submitted: Step[] =
    submittedAt === null ? [] : [{ name: 'submitted', when: 'past', at: submittedAt, by: submission?.by ?? null }];
  return [begun, ...submitted, ...stopped(change), ...ahead(change, now)];
}

/** Where the change waits for people, or where they have stopped it. */
function stopped({ phase, updatedAt, updatedBy }: Scheduled): Step[] {
  const here = { at: updatedAt, by: updatedBy };
  if (phase === 'draft') return [{ name: 'to_submit', when: 'present', at: null, by: null }];
  if (phase === 'submitted') return [{ name: 'in_review', when: 'present', at: null, by: null }];
  if (phase === 'rejected') return [{ name: 'rejected', when: 'present', ...here }];
  if (phase === 'withdrawn') return [{ name: 'withdrawn', when: 'past', ...here }];
  return [];
}

/** From its approval on; nothing of what has ended before. */
function ahead(change: Scheduled, now: number): Step[] {
  const { phase, approvedAt, emergency, effectiveFrom, submission, reviews, updatedAt, updatedBy } = change;
  if (phase === 'withdrawn' || phase === 'rejected') return [];
  const last = reviews.findLast(({ verdict }) => verdict === 'approve')?.by ?? null;
  const approval: Step[] =
    approvedAt === null
      ? []
      : [
          {
            name: emergency === null ? 'approved' : 'activated',
            when: 'past',
            at: approvedAt,
            by: emergency?.by ?? last,
          },
        ];
  if (phase === 'cancelled') return [...approval, { name: 'cancelled', when: 'past', at: updatedAt, by: updatedBy }];
  const hasBegun = effectiveFrom !== null && approvedAt !== null && Date.parse(effectiveFrom) <= now;
  const isComing = approvedAt !== null && !hasBegun;
  const notice: Step[] =
    submission === null || emergency !== null
      ? []
      : [{ name: 'notice', when: hasBegun ? 'past' : isComing ? 'present' : 'future', at: null, by: null }];
  const isNow = hasBegun && phase === 'active';
  const effective: Step = {
    name: 'effective',
    when: isNow ? 'present' : hasBegun ? 'past' : 'future',
    at: effectiveFrom,
    by: null,
  };
  return [...approval, ...notice, effective, ...end(change, now)];
}

/** Where it ends by itself, or has. */
function end({ emergency, effectiveUntil }: Scheduled, now: number): Step[] {
  const ends = [effectiveUntil, emergency !== null && emergency.confirmed === null ? emergency.expiresAt : null]
    .filter((at) => at !== null)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const [at] = ends;
  if (at === undefined) return [];
  const isOver = Date.parse(at) <= now;
  return [{ name: isOver ? 'ended' : 'ends', when: isOver ? 'past' : 'future', at, by: null }];
}
