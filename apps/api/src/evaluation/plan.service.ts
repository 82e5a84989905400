import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@backstop/core/access';
import { planLiquidation, type LiquidationPlan } from '@backstop/core/planning';
import { parseLiquidationPlan, type LiquidationPlanQuery } from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { DecisionLogService } from '../decisions/decision-log.service.ts';
import { planBody } from '../decisions/plan-body.ts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import { readRecordedAt } from '../policies/policy-sets.service.ts';
import { ChosenSetService } from './chosen-set.service.ts';
import { mustRecord } from './must-record.ts';

/** What is to be done to an account, step by step. It writes nothing but, where that is asked, to the log of decisions. */
@Injectable()
export class PlanService {
  readonly #chosen: ChosenSetService;
  readonly #log: DecisionLogService;
  readonly #clock: Clock;

  constructor(chosen: ChosenSetService, log: DecisionLogService, @Inject(CLOCK) clock: Clock) {
    this.#chosen = chosen;
    this.#log = log;
    this.#clock = clock;
  }

  async plan(body: unknown, query: LiquidationPlanQuery, actor: Actor): Promise<LiquidationPlan> {
    const isRecorded = query.record === 'true';
    if (isRecorded) mustRecord(actor);
    const parsed = parseLiquidationPlan(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market, history } = parsed.value;
    const { set, asOf } = await this.#chosen.of(query, market, actor);
    const plan = planLiquidation({ set, account, market, asOf, history, sha256 });
    if (!plan.ok) throw refused(plan.problems);
    if (isRecorded) {
      const [recordedAt, at] = [readRecordedAt(query.recordedAt), this.#clock()];
      const told = { set, account, market, asOf, history, recordedAt, actor, at, plan: plan.value };
      await this.#log.append([planBody(told)]);
    }
    return plan.value;
  }
}
