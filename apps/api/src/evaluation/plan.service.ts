import { Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import { planLiquidation, type LiquidationPlan } from '@backstop/core/planning';
import { parseLiquidationPlan, type PolicySetChoiceQuery } from '@backstop/contracts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import { PolicySetsService, readInstant, readRecordedAt } from '../policies/policy-sets.service.ts';
import { EvaluationService } from './evaluation.service.ts';
import { OtherSetsService } from './other-sets.service.ts';

/** What is to be done to an account, step by step. It writes nothing. */
@Injectable()
export class PlanService {
  readonly #sets: PolicySetsService;
  readonly #evaluation: EvaluationService;
  readonly #others: OtherSetsService;

  constructor(sets: PolicySetsService, evaluation: EvaluationService, others: OtherSetsService) {
    this.#sets = sets;
    this.#evaluation = evaluation;
    this.#others = others;
  }

  async plan(body: unknown, query: PolicySetChoiceQuery, actor: Actor): Promise<LiquidationPlan> {
    const parsed = parseLiquidationPlan(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market, history } = parsed.value;
    const asOf = query.asOf === undefined ? market.asOf : readInstant(query.asOf, '/asOf');
    const recordedAt = readRecordedAt(query.recordedAt);
    this.#sets.refuseFuture(asOf);
    const other = this.#others.asked(query, { actor, recordedAt });
    const set = other === null ? await this.#evaluation.setFor(asOf, recordedAt) : await other(asOf);
    const plan = planLiquidation({ set, account, market, asOf, history, sha256 });
    if (!plan.ok) throw refused(plan.problems);
    return plan.value;
  }
}
