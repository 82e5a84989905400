import type { Allowed } from '../problem/index.ts';
import type { Change } from './change.ts';
import { isOpen } from './is-open.ts';
import { refused } from './refused.ts';

/** What an author may set. */
export type ChangeContent = Pick<Change, 'entries' | 'reason' | 'effectiveFrom' | 'effectiveUntil'>;

/**
 * A change with other content: a draft again, whatever stood before. What reviewers said of the old content is void, and
 * whoever edits becomes a contributor.
 */
export function editChange(change: Change, by: string, content: Partial<ChangeContent>): Allowed<Change> {
  if (!isOpen(change.status)) return refused('change_must_be_open', `the change is ${change.status}: make a new one`);
  const contributors = change.contributors.includes(by) ? change.contributors : [...change.contributors, by];
  return { ok: true, value: { ...change, ...content, contributors, status: 'draft', submission: null, reviews: [] } };
}
