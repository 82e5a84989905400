import {
  buildTimeline,
  guardChange,
  LEAD_MILLISECONDS,
  movesOf,
  policySetOf,
  timelineAt,
  type PolicyMove,
  type Requirement,
} from '@backstop/core/change';
import type { CompiledSet } from '@backstop/core/evaluation';
import { kinds } from '@backstop/core/kinds';
import type { PolicySet } from '@backstop/core/policy';
import type { Parsed, Problem } from '@backstop/core/problem';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { sha256 } from '../../persistence/sha256.ts';
import type { ApprovedVersion } from '../../policies/stored-version.ts';
import type { StoredEntry } from '../stored-change.ts';
import { branchesOf } from './branches-of.ts';
import { clashProblems } from './clash-problems.ts';
import { guardrailsOf } from './guardrails-of.ts';
import { isRevert } from './is-revert.ts';
import { proposedVersions, type Span } from './proposed-versions.ts';
import { timelineProblems } from './timeline-problems.ts';

/** A change as it is judged: what it says, when it wishes to take effect, and what is known beside. */
export interface ChangeQuestion {
  /** With documents that their kinds have checked. */
  readonly entries: readonly StoredEntry[];
  readonly effectiveFrom: Instant | null;
  readonly effectiveUntil: Instant | null;
  readonly approved: readonly ApprovedVersion[];
  readonly at: Instant;
  /** Null where there was no book to count them on. */
  readonly newlyLiquidatable: number | null;
  readonly unknowns: readonly string[];
}

export interface JudgedChange {
  readonly moves: readonly PolicyMove[];
  readonly requirement: Requirement;
  /** The instant wished for, or the earliest that the notice allows. */
  readonly effectiveFrom: Instant;
  /** What stands against it: its notice, the guardrails, the timeline. */
  readonly problems: readonly Problem[];
}

/**
 * A change against what is in force when it would take effect, under the guardrails of today, of that day and of its own:
 * at submission, and once more at approval, since everything but the change itself may be another by then.
 */
export function judgeChange(question: ChangeQuestion, compile: (set: PolicySet) => Parsed<CompiledSet>): JudgedChange {
  const { entries, approved, at, newlyLiquidatable, unknowns } = question;
  const timeline = buildTimeline(approved);
  const inForce = setBefore(question);
  const moves = movesOf(entries, inForce, kinds);
  const guardrails = guardrailsOf([...timelineAt(timeline, at), ...inForce.versions, ...entries]);
  const window = Math.min(Infinity, ...guardrails.map(({ revertWindowSeconds }) => revertWindowSeconds));
  const since = at - (Number.isFinite(window) ? window * 1000 : 0);
  const proposal = { moves, newlyLiquidatable, unknowns, isRevert: isRevert(entries, timeline, { since, at }) };
  const { requirement } = guardChange(guardrails, { ...proposal, effectiveFrom: baseInstant(question) });
  const earliest = at + Math.max(requirement.noticeSeconds * 1000, LEAD_MILLISECONDS);
  const effectiveFrom = question.effectiveFrom ?? earliest;
  const span = { from: effectiveFrom, until: question.effectiveUntil };
  return {
    moves,
    requirement,
    effectiveFrom,
    problems: [
      ...noticeProblems(effectiveFrom, earliest),
      ...guardChange(guardrails, { ...proposal, effectiveFrom }).violations,
      ...clashProblems(entries, span, approved),
      ...brokenBy({ ...question, span }, compile),
    ],
  };
}

/** The set that a change would take effect on. */
export function setBefore(question: Pick<ChangeQuestion, 'approved' | 'at' | 'effectiveFrom'>): PolicySet {
  return policySetOf(timelineAt(buildTimeline(question.approved), baseInstant(question)), sha256);
}

/** The set that it would make. */
export function setAfter(question: Pick<ChangeQuestion, 'approved' | 'at' | 'effectiveFrom' | 'entries'>): PolicySet {
  const from = baseInstant(question);
  const proposed = proposedVersions(question.entries, { from, until: null }, question.at);
  return policySetOf(timelineAt(buildTimeline([...question.approved, ...proposed]), from), sha256);
}

/** What a write over a span would break, in every timeline that can still come true. */
export function brokenBy(
  { entries, approved, at, span }: Pick<ChangeQuestion, 'entries' | 'approved' | 'at'> & { readonly span: Span },
  compile: (set: PolicySet) => Parsed<CompiledSet>,
): Problem[] {
  const proposed = proposedVersions(entries, span, at);
  const found = branchesOf(approved).flatMap((before) =>
    timelineProblems({ before, after: [...before, ...proposed], from: span.from }, compile),
  );
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** An instant that has passed is as good as now: its notice is missed all the same. */
function baseInstant({ at, effectiveFrom }: Pick<ChangeQuestion, 'at' | 'effectiveFrom'>): Instant {
  return Math.max(at, effectiveFrom ?? at);
}

function noticeProblems(effectiveFrom: Instant, earliest: Instant): Problem[] {
  if (effectiveFrom >= earliest) return [];
  const message = `its notice ends at ${formatInstant(earliest)}, and it wishes to take effect at ${formatInstant(effectiveFrom)}`;
  return [{ code: 'change_notice_must_be_kept', path: '', message, suggestion: formatInstant(earliest) }];
}
