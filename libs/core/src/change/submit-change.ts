import type { Problem, Allowed } from '../problem/index.ts';
import type { Instant } from '../venue/index.ts';
import type { Change, Submission } from './change.ts';
import { refused } from './refused.ts';

/** What is known of a draft when it is submitted. */
export interface SubmissionCheck {
  /** When it could take effect at the earliest, were it approved now. */
  readonly earliest: Instant;
  /** The version in force of each policy that the change names; a policy without one is left out. */
  readonly inForce: ReadonlyMap<string, number>;
  /** Of every document and of every later instant of the timeline with the change on it. */
  readonly problems: readonly Problem[];
}

/** A draft put to the reviewers, with the evidence that it is bound to. Its documents have been checked before. */
export function submitChange(change: Change, submission: Submission, check: SubmissionCheck): Allowed<Change> {
  if (change.status !== 'draft') return refused('change_must_be_draft', `the change is ${change.status}`);
  if (change.entries.length === 0) return refused('change_must_have_content', 'the change changes nothing');
  if (change.reason.trim() === '') return refused('change_must_have_reason', 'say why the change is made');
  const outdated = change.entries.find(({ policy, base }) => base !== (check.inForce.get(policy) ?? null));
  if (outdated !== undefined) {
    const { policy, base } = outdated;
    const message = `\`${policy}\` was written against version ${versionText(base)}; in force is version ${versionText(check.inForce.get(policy) ?? null)}`;
    return refused('change_base_must_be_current', message);
  }
  const [first] = check.problems;
  if (first !== undefined) return refused('change_must_have_no_problems', `${first.path}: ${first.message}`);
  if (
    change.effectiveUntil !== null &&
    change.effectiveUntil <= Math.max(change.effectiveFrom ?? check.earliest, check.earliest)
  ) {
    return refused('change_must_end_after_it_begins', 'the change ends before it could begin');
  }
  return { ok: true, value: { ...change, status: 'submitted', submission, reviews: [] } };
}

function versionText(version: number | null): string {
  return version === null ? 'none' : String(version);
}
