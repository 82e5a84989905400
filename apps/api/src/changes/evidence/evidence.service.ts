import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@backstop/core/canonical';
import { LEAST_REQUIREMENT, worstEffectOf, type PolicyMove } from '@backstop/core/change';
import { worstEffect, type PolicySet } from '@backstop/core/policy';
import type { Problem } from '@backstop/core/problem';
import { formatInstant, type Instant } from '@backstop/core/venue';
import type { EvidenceReport } from '@backstop/contracts';
import { CompiledSetsService } from '../../evaluation/compiled-sets.service.ts';
import { mistakeOf } from '../../http/mistake-of.ts';
import { PROBLEMS_MAX } from '../../http/refused.ts';
import { ImpactService } from '../../monitor/impact.service.ts';
import { sha256 } from '../../persistence/sha256.ts';
import { analysisResource } from '../../policies/analysis-resource.ts';
import type { ApprovedVersion } from '../../policies/stored-version.ts';
import { TimelineService } from '../../policies/timeline.service.ts';
import { ChangeListRepository } from '../change-list.repository.ts';
import { requirementResource } from '../requirement-resource.ts';
import type { StoredChange } from '../stored-change.ts';
import { analysedEntries, type AnalysedEntries } from './analysed-entries.ts';
import { documentProblems } from './document-problems.ts';
import { guardrailsOf } from './guardrails-of.ts';
import { judgeChange, setAfter, setBefore, type ChangeQuestion, type JudgedChange } from './judged-change.ts';
import { newlyLiquidatableIn } from './newly-liquidatable-in.ts';
import { summaryOf } from './summary-of.ts';

/** What no section of a report says anything about yet. */
const NOT_COMPUTED = ['deleveraging of winners', 'cascades of liquidations'];

/** A report with the text that its digest is of, and what it was made from. */
export interface Evidence {
  readonly report: EvidenceReport;
  readonly text: string;
  readonly digest: string;
  readonly judged: JudgedChange | null;
  /** What stands against the change, ordinary or not; none of it is in the author's documents alone. */
  readonly problems: readonly Problem[];
}

/** Gathers what is known of a change: what reviewers look at, and what their approval is bound to. */
@Injectable()
export class EvidenceService {
  readonly #timeline: TimelineService;
  readonly #sets: CompiledSetsService;
  readonly #changes: ChangeListRepository;
  readonly #impact: ImpactService;

  constructor(
    timeline: TimelineService,
    sets: CompiledSetsService,
    changes: ChangeListRepository,
    impact: ImpactService,
  ) {
    this.#timeline = timeline;
    this.#sets = sets;
    this.#changes = changes;
    this.#impact = impact;
  }

  /** May take seconds: the largest rule lists and books are gone through, in threads of their own. */
  async gather(stored: StoredChange, at: Instant): Promise<Evidence> {
    const approved = await this.#timeline.approved();
    const broken = documentProblems(stored.entries);
    const question = questionOf(stored, approved, at);
    // Nothing is known of what a document would do that is none.
    if (broken.length > 0) return evidenceOf(stored, { at, judged: null, problems: broken, ...UNKNOWN });
    const [before, after] = [setBefore(question), setAfter(question)];
    const analysed = await analysedEntries(stored.entries, before);
    const impact = await this.#impactOf(before, after);
    const newlyLiquidatable = newlyLiquidatableIn(impact.report);
    await setImmediate();
    const judged = judgeChange({ ...question, newlyLiquidatable, unknowns: analysed.unknowns }, (set) =>
      this.#sets.tried(set),
    );
    const others = await this.#changes.othersOf(stored.change, at);
    const problems = [...analysed.problems, ...judged.problems];
    return evidenceOf(stored, { at, judged, problems, analysed, before, impact, others });
  }

  /** Two full evaluations of each account of the last book: before and after, at no shock and at the declared ones. */
  async #impactOf(before: PolicySet, after: PolicySet): Promise<Impact> {
    const [was, is] = [this.#sets.tried(before), this.#sets.tried(after)];
    // Compiling a set takes tens of milliseconds: others come in before anything else is done.
    await setImmediate();
    if (!was.ok || !is.ok) return { report: null, reason: 'one of the two sets does not pass its checks' };
    const shocks = guardrailsOf(before.versions).flatMap(({ impactShocks }) => impactShocks);
    const report = await this.#impact.impactOn({ before, after, shocks });
    return report === null ? { report, reason: 'there is no book snapshot' } : { report, reason: null };
  }
}

interface Impact {
  readonly report: EvidenceReport['impact'];
  readonly reason: string | null;
}

interface Gathered {
  readonly at: Instant;
  readonly judged: JudgedChange | null;
  readonly problems: readonly Problem[];
  readonly analysed: AnalysedEntries;
  readonly before: PolicySet | null;
  readonly impact: Impact;
  readonly others: EvidenceReport['others'];
}

const UNKNOWN: Pick<Gathered, 'analysed' | 'before' | 'impact' | 'others'> = {
  analysed: { analyses: new Map(), unknowns: [], problems: [] },
  before: null,
  impact: { report: null, reason: 'the documents have problems to be mended first' },
  others: [],
};

/** A change as it is judged by what is approved at an instant. */
export function questionOf(
  { change, entries }: StoredChange,
  approved: readonly ApprovedVersion[],
  at: Instant,
): Omit<ChangeQuestion, 'newlyLiquidatable' | 'unknowns'> {
  const { effectiveFrom, effectiveUntil } = change;
  return { entries, effectiveFrom, effectiveUntil, approved, at };
}

function evidenceOf(stored: StoredChange, gathered: Gathered): Evidence {
  const { at, judged, problems, analysed, impact, others } = gathered;
  const moves = judged?.moves ?? [];
  const report: EvidenceReport = {
    format: 1,
    at: formatInstant(at),
    effectiveFrom: formatInstant(judged?.effectiveFrom ?? stored.change.effectiveFrom ?? at),
    effect: worstEffectOf(moves),
    summary: summaryOf(moves, stored.entries, gathered.before),
    requirement: requirementResource(judged?.requirement ?? LEAST_REQUIREMENT),
    problems: problems.slice(0, PROBLEMS_MAX).map(mistakeOf),
    policies: policiesOf(stored, moves, analysed),
    unknowns: [...analysed.unknowns],
    impact: impact.report,
    impactReason: impact.reason,
    notComputed: NOT_COMPUTED,
    others,
  };
  const text = canonicalJson(report);
  return { report, text, digest: sha256(text), judged, problems };
}

function policiesOf(
  { entries }: StoredChange,
  moves: readonly PolicyMove[],
  { analyses }: AnalysedEntries,
): EvidenceReport['policies'] {
  return entries.map(({ policy, kind, title, mode, base }) => {
    const differences = moves.flatMap((move) => (move.policy === policy ? [...move.differences] : []));
    const analysis = analysisResource(analyses.get(policy) ?? { findings: [], comparison: null });
    const effect = worstEffect(differences.map((difference) => difference.effect));
    return { policy, kind, title, mode, base, effect, differences, ...analysis };
  });
}
