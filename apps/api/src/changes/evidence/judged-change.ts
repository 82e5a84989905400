import {
  buildTimeline,
  guardChange,
  LEAST_REQUIREMENT,
  LEAD_MILLISECONDS,
  movesOf,
  policySetOf,
  stricterOf,
  timelineAt,
  type Guardrail,
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
import { timelineOf } from '../../policies/timeline-of.ts';
import type { StoredEntry } from '../stored-change.ts';
import { branchesOf, isOpenEmergency } from './branches-of.ts';
import { clashProblems } from './clash-problems.ts';
import { guardrailsOf } from './guardrails-of.ts';
import { isRevert } from './is-revert.ts';
import { movesAtEnd, movesFromAgreed, movesFromLast } from './other-moves.ts';
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
  const inForce = setBefore(question);
  const compared = { entries, approved, inForce, at: baseInstant(question) };
  const moves = [...movesOf(entries, inForce, kinds), ...movesFromAgreed(compared), ...movesFromLast(compared)];
  const guardrails = guardrailsOf([...timelineAt(timelineOf(approved), at), ...inForce.versions, ...entries]);
  const proposal = { moves, newlyLiquidatable, unknowns, isRevert: isAgreedRevert(question, guardrails) };
  const begin = guardChange(guardrails, { ...proposal, effectiveFrom: baseInstant(question) }).requirement;
  const earliest = at + Math.max(begin.noticeSeconds * 1000, LEAD_MILLISECONDS);
  const effectiveFrom = question.effectiveFrom ?? earliest;
  const span = { from: effectiveFrom, until: question.effectiveUntil };
  const end = endOf(question, span, guardrails);
  return {
    moves: [...moves, ...end.moves],
    // Its own notice is to its end, which is looked at apart.
    requirement: stricterOf(begin, { ...end.requirement, noticeSeconds: begin.noticeSeconds }),
    effectiveFrom,
    problems: [
      ...noticeProblems(effectiveFrom, earliest),
      ...guardChange(guardrails, { ...proposal, effectiveFrom }).violations,
      ...end.problems,
      ...clashProblems(entries, span, approved),
      ...brokenBy({ ...question, span }, compile),
    ],
  };
}

/** What happens where the change ends by itself is as much its doing as where it begins. */
function endOf(
  { entries, approved, at }: ChangeQuestion,
  { from, until }: Span,
  guardrails: readonly Guardrail[],
): Pick<JudgedChange, 'moves' | 'requirement' | 'problems'> {
  if (until === null || until <= from) return { moves: [], requirement: LEAST_REQUIREMENT, problems: [] };
  const moves = movesAtEnd({ entries, approved }, proposedVersions(entries, { from, until: null }, at), until);
  const proposal = { effectiveFrom: until, moves, newlyLiquidatable: null, unknowns: [], isRevert: false };
  const { violations, requirement } = guardChange(guardrails, proposal);
  const earliest = at + requirement.noticeSeconds * 1000;
  const short = `the notice of what its end does ends at ${formatInstant(earliest)}, and it ends at ${formatInstant(until)}`;
  return {
    moves,
    requirement: { ...requirement, reasons: requirement.reasons.map((reason) => `when it ends, ${reason}`) },
    problems: [
      ...violations.map((problem) => ({ ...problem, message: `when it ends: ${problem.message}` })),
      ...(until < earliest ? [{ code: 'change_notice_must_be_kept', path: '', message: short }] : []),
    ],
  };
}

/** Back to what was agreed to within the window; what stood by an emergency that nobody confirmed never was. */
function isAgreedRevert({ entries, approved, at }: ChangeQuestion, guardrails: readonly Guardrail[]): boolean {
  const window = Math.min(Infinity, ...guardrails.map(({ revertWindowSeconds }) => revertWindowSeconds));
  const since = at - (Number.isFinite(window) ? window * 1000 : 0);
  const agreed = approved.filter((version) => !isOpenEmergency(version));
  return isRevert(entries, buildTimeline(agreed), { since, at });
}

/** The set that a change would take effect on. */
export function setBefore(question: Pick<ChangeQuestion, 'approved' | 'at' | 'effectiveFrom'>): PolicySet {
  return policySetOf(timelineAt(timelineOf(question.approved), baseInstant(question)), sha256);
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
