import { Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import { assessPenalties, renderPenalties, type PenaltiesRecord } from '@backstop/core/evaluation';
import { parseEvaluation, type PolicySetChoiceQuery } from '@backstop/contracts';
import { refused } from '../http/refused.ts';
import { PolicySetsService, readInstant, readRecordedAt } from '../policies/policy-sets.service.ts';
import { EvaluationService } from './evaluation.service.ts';
import { OtherSetsService } from './other-sets.service.ts';

/** What the margin shortfalls of an account cost on a day. It writes nothing: who charges keeps the history. */
@Injectable()
export class PenaltiesService {
  readonly #sets: PolicySetsService;
  readonly #evaluation: EvaluationService;
  readonly #others: OtherSetsService;

  constructor(sets: PolicySetsService, evaluation: EvaluationService, others: OtherSetsService) {
    this.#sets = sets;
    this.#evaluation = evaluation;
    this.#others = others;
  }

  async assess(body: unknown, query: PolicySetChoiceQuery, actor: Actor): Promise<PenaltiesRecord> {
    const parsed = parseEvaluation(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market } = parsed.value;
    const asOf = query.asOf === undefined ? market.asOf : readInstant(query.asOf, '/asOf');
    const recordedAt = readRecordedAt(query.recordedAt);
    this.#sets.refuseFuture(asOf);
    const other = this.#others.asked(query, { actor, recordedAt });
    const set = other === null ? await this.#evaluation.setFor(asOf, recordedAt) : await other(asOf);
    const penalties = assessPenalties({ set, account, market, asOf });
    if (!penalties.ok) throw refused(penalties.problems);
    return renderPenalties(penalties.value, set.hash);
  }
}
