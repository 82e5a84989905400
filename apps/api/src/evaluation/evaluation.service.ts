import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Instant } from '@backstop/core/venue';
import { parseEvaluation, type EvaluationQuery } from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { DecisionLogService } from '../decisions/decision-log.service.ts';
import { refused } from '../http/refused.ts';
import { PolicySetsService, readInstant, readRecordedAt } from '../policies/policy-sets.service.ts';
import { CompiledSetsService } from './compiled-sets.service.ts';
import { decided, type Decided } from './decided.ts';

/** How an evaluation was asked for, once its query parameters are read. */
export interface EvaluationQuestion {
  /** Null = the market's own instant chooses the set. */
  readonly asOf: Instant | null;
  readonly recordedAt: Instant | null;
  readonly explain: boolean;
}

/** One account in one market under the set in force → its decision, as the JSON text that is answered. */
@Injectable()
export class EvaluationService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #log: DecisionLogService;
  readonly #clock: Clock;

  constructor(
    sets: PolicySetsService,
    compiled: CompiledSetsService,
    log: DecisionLogService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#sets = sets;
    this.#compiled = compiled;
    this.#log = log;
    this.#clock = clock;
  }

  /** The decision about a body; a promise only where the timeline must first be confirmed, or where it moved a zone. */
  decide(body: unknown, question: EvaluationQuestion, actor: Actor): string | Promise<string> {
    const parsed = parseEvaluation(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market } = parsed.value;
    const { recordedAt, explain } = question;
    const asOf = question.asOf ?? market.asOf;
    const answer = (compiled: CompiledSet): string | Promise<string> =>
      this.#logged(decided(compiled, { account, market, asOf, recordedAt, explain, actor, at: this.#clock() }));
    const set = this.#sets.inForceNow(asOf, recordedAt);
    return set === null ? this.setFor(asOf, recordedAt).then(answer) : answer(this.#compiled.of(set.set));
  }

  /** The compiled set in force at an instant. */
  async setFor(asOf: Instant, recordedAt: Instant | null): Promise<CompiledSet> {
    const { set } = await this.#sets.inForce(asOf, recordedAt);
    return this.#compiled.of(set);
  }

  /** Nobody is told of a move that is not in the log. */
  #logged({ text, toLog }: Decided): string | Promise<string> {
    return toLog === null ? text : this.#log.append([toLog]).then(() => text);
  }
}

/** The query parameters of an evaluation as instants. */
export function questionOf({ asOf, recordedAt, explain }: EvaluationQuery): EvaluationQuestion {
  return {
    asOf: asOf === undefined ? null : readInstant(asOf, '/asOf'),
    recordedAt: readRecordedAt(recordedAt),
    explain: explain === 'full',
  };
}
