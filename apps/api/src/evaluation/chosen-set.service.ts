import { Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { Instant, Market } from '@backstop/core/venue';
import type { PolicySetChoiceQuery } from '@backstop/contracts';
import { PolicySetsService, readInstant, readRecordedAt } from '../policies/policy-sets.service.ts';
import { EvaluationService } from './evaluation.service.ts';
import { OtherSetsService } from './other-sets.service.ts';

/** The set that a question is judged by, and the instant that chose it. */
export interface ChosenSet {
  readonly set: CompiledSet;
  readonly asOf: Instant;
}

/** Finds the set that query and market choose: the one in force, a change's, or one by its hash. */
@Injectable()
export class ChosenSetService {
  readonly #sets: PolicySetsService;
  readonly #evaluation: EvaluationService;
  readonly #others: OtherSetsService;

  constructor(sets: PolicySetsService, evaluation: EvaluationService, others: OtherSetsService) {
    this.#sets = sets;
    this.#evaluation = evaluation;
    this.#others = others;
  }

  async of(query: PolicySetChoiceQuery, market: Pick<Market, 'asOf'>, actor: Actor): Promise<ChosenSet> {
    const asOf = query.asOf === undefined ? market.asOf : readInstant(query.asOf, '/asOf');
    const recordedAt = readRecordedAt(query.recordedAt);
    this.#sets.refuseFuture(asOf);
    const other = this.#others.asked(query, { actor, recordedAt });
    const set = other === null ? await this.#evaluation.setFor(asOf, recordedAt) : await other(asOf);
    return { set, asOf };
  }
}
