import { Injectable } from '@nestjs/common';
import { storedDecimal } from '@backstop/core/num';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { LiquidationRepository, type AskedLoss } from './liquidation.repository.ts';
import { scopeKey } from './plan-steps.ts';
import type { PlannedLiquidation } from './planned-liquidations.service.ts';
import { scopeLosses, type ClosedScope } from './scope-losses.ts';

/** Asks the losses for what liquidations leave missing: once for each scope, when it is closed. */
@Injectable()
export class ScopeLossesService {
  readonly #liquidations: LiquidationRepository;

  constructor(liquidations: LiquidationRepository) {
    this.#liquidations = liquidations;
  }

  /** Stores what a scope is short of, asked by the fill that closes it. The caller holds the liquidation; all fills are stored. */
  async ask(
    manager: Transaction,
    planned: PlannedLiquidation,
    closed: ClosedScope & { readonly fill: string },
  ): Promise<readonly AskedLoss[]> {
    const stored = await this.#liquidations.totals(manager, closed.liquidation);
    const totals = stored.map(({ step, received, taken, deficit }) => ({
      ...{ step, received: storedDecimal(received), taken: storedDecimal(taken), deficit: storedDecimal(deficit) },
    }));
    const scope = scopeKey(closed.scope);
    const asked = scopeLosses(planned, totals, closed).map((event) => {
      const { eventId, contract } = event;
      return { fill: closed.fill, scope, eventId, contract, event: JSON.stringify(event) };
    });
    for (const loss of asked) await this.#liquidations.addLoss(manager, closed.liquidation, loss);
    return asked;
  }
}
