import { Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import { planLiquidation, type LiquidationPlan } from '@backstop/core/planning';
import { parseLiquidationPlan, type PolicySetChoiceQuery } from '@backstop/contracts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import { ChosenSetService } from './chosen-set.service.ts';

/** What is to be done to an account, step by step. It writes nothing. */
@Injectable()
export class PlanService {
  readonly #chosen: ChosenSetService;

  constructor(chosen: ChosenSetService) {
    this.#chosen = chosen;
  }

  async plan(body: unknown, query: PolicySetChoiceQuery, actor: Actor): Promise<LiquidationPlan> {
    const parsed = parseLiquidationPlan(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market, history } = parsed.value;
    const { set, asOf } = await this.#chosen.of(query, market, actor);
    const plan = planLiquidation({ set, account, market, asOf, history, sha256 });
    if (!plan.ok) throw refused(plan.problems);
    return plan.value;
  }
}
