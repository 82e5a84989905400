import { Injectable } from '@nestjs/common';
import { parseLiquidationPlan } from '@backstop/contracts';
import type { CompiledSet } from '@backstop/core/evaluation';
import { InvariantError } from '@backstop/core/num';
import type { LiquidationHistory, LiquidationPlan } from '@backstop/core/planning';
import type { Account, Market } from '@backstop/core/venue';
import { planRequestOfInput } from '../decisions/request-of-input.ts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import type { StoredLiquidation } from './liquidation.repository.ts';

/** What a liquidation was planned with, and its plan. */
export interface PlannedLiquidation {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  readonly history: LiquidationHistory;
  readonly plan: LiquidationPlan;
}

/** Reads stored liquidations back. */
@Injectable()
export class PlannedLiquidationsService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;

  constructor(sets: PolicySetsService, compiled: CompiledSetsService) {
    this.#sets = sets;
    this.#compiled = compiled;
  }

  async of({ input, plan, policySet }: StoredLiquidation): Promise<PlannedLiquidation> {
    const set = this.#compiled.of(await this.#sets.named(policySet));
    const read = parseLiquidationPlan(planRequestOfInput(JSON.parse(input)));
    if (!read.ok) throw new InvariantError('what a liquidation read is no question any more');
    const { account, market, history } = read.value;
    return { set, account, market, history, plan: JSON.parse(plan) as LiquidationPlan };
  }
}
