import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Instant } from '@backstop/core/venue';
import { parseEvaluation, type EvaluationBatchQuery } from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { DecisionLogService } from '../decisions/decision-log.service.ts';
import { refused } from '../http/refused.ts';
import { PolicySetsService, readInstant, readRecordedAt } from '../policies/policy-sets.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';
import { decided, type Decided } from './decided.ts';
import { ShadowService } from './shadow.service.ts';

/** How an evaluation was asked for, once its query parameters are read. */
export interface EvaluationQuestion {
  /** Null = the market's own instant chooses the set. */
  readonly asOf: Instant | null;
  readonly recordedAt: Instant | null;
  readonly explain: boolean;
  /** Whether it is put in the log, whatever it moved. */
  readonly record: boolean;
}

/** One account in one market under the set in force → its decision, as the JSON text that is answered. */
@Injectable()
export class EvaluationService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #log: DecisionLogService;
  readonly #shadows: ShadowService;
  readonly #clock: Clock;

  constructor(
    sets: PolicySetsService,
    compiled: CompiledSetsService,
    log: DecisionLogService,
    shadows: ShadowService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#sets = sets;
    this.#compiled = compiled;
    this.#log = log;
    this.#shadows = shadows;
    this.#clock = clock;
  }

  /** The decision about a body; a promise only where the timeline must first be confirmed, or where it moved a zone. */
  decide(body: unknown, question: EvaluationQuestion, actor: Actor): string | Promise<string> {
    const parsed = parseEvaluation(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market } = parsed.value;
    const { recordedAt, explain, record } = question;
    const asOf = question.asOf ?? market.asOf;
    const answer = (compiled: CompiledSet): string | Promise<string> => {
      const live = decided(compiled, { account, market, asOf, recordedAt, explain, record, actor, at: this.#clock() });
      // What was known at some time before had its own shadows.
      if (recordedAt === null) this.#shadows.judge({ account, market, asOf, decision: live.decision });
      return this.#logged(live);
    };
    const set = this.#sets.inForceNow(asOf, recordedAt);
    return set === null ? this.setFor(asOf, recordedAt).then(answer) : answer(this.#compiled.of(set.set));
  }

  /** The decision that another set would make. It decides nothing: whatever it moves is in no log. */
  async tried(
    body: unknown,
    question: EvaluationQuestion,
    { actor, setAt }: { readonly actor: Actor; readonly setAt: (asOf: Instant) => Promise<CompiledSet> },
  ): Promise<string> {
    const parsed = parseEvaluation(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market } = parsed.value;
    const { recordedAt, explain } = question;
    const asOf = question.asOf ?? market.asOf;
    this.#sets.refuseFuture(asOf);
    const set = await setAt(asOf);
    const asked = { account, market, asOf, recordedAt, explain, record: false, actor, at: this.#clock() };
    return decided(set, asked).text;
  }

  /** The compiled set in force at an instant. */
  async setFor(asOf: Instant, recordedAt: Instant | null): Promise<CompiledSet> {
    const { set } = await this.#sets.inForce(asOf, recordedAt);
    return this.#compiled.of(set);
  }

  /** Nobody is told of a move that is not in the log, nor of what was to be recorded. */
  #logged({ text, toLog }: Decided): string | Promise<string> {
    return toLog === null ? text : this.#log.append([toLog]).then(() => text);
  }
}

/** The query parameters of an evaluation as instants. */
export function questionOf({ asOf, recordedAt, explain, record }: EvaluationBatchQuery): EvaluationQuestion {
  return {
    asOf: asOf === undefined ? null : readInstant(asOf, '/asOf'),
    recordedAt: readRecordedAt(recordedAt),
    explain: explain === 'full',
    record: record === 'true',
  };
}
