import { Injectable } from '@nestjs/common';
import { precisionOf } from '@backstop/core/evaluation';
import { isPositive, storedDecimal, subtract, sum, type Decimal } from '@backstop/core/num';
import { missingIn, scopeReturns, type ScopePlan, type ScopeTaking } from '@backstop/core/planning';
import { FundLedgerRepository } from '../funds/fund-ledger.repository.ts';
import { amountOf } from '../funds/stored-fund.ts';
import { unitsOf } from '../losses/loss-ledger.service.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { LiquidationReturnRepository, type StoredReturn } from './liquidation-return.repository.ts';
import { LiquidationRepository, type AskedLoss } from './liquidation.repository.ts';
import { scopeKey } from './plan-steps.ts';
import type { PlannedLiquidation } from './planned-liquidations.service.ts';
import { filledSteps, priceIn, scopeLosses, type ClosedScope, type StepTotal } from './scope-losses.ts';

/** Which fill closed a scope, and who told it. */
export interface Closing extends ClosedScope {
  readonly fill: string;
  readonly recordedBy: string;
}

/** What comes of a scope that is closed. */
export interface ScopeClosed {
  readonly returns: readonly StoredReturn[];
  readonly losses: readonly AskedLoss[];
}

/** Settles scopes whose steps are all filled: what the fund had of them is given back before anybody else is asked. */
@Injectable()
export class ScopeLossesService {
  readonly #liquidations: LiquidationRepository;
  readonly #returns: LiquidationReturnRepository;
  readonly #ledger: FundLedgerRepository;

  constructor(liquidations: LiquidationRepository, returns: LiquidationReturnRepository, ledger: FundLedgerRepository) {
    this.#liquidations = liquidations;
    this.#returns = returns;
    this.#ledger = ledger;
  }

  /** Takes every compartment that had something of a liquidation, and one more: in one order, so that no two wait for each other. */
  async hold(manager: Transaction, liquidation: string, fund: string | null): Promise<void> {
    const takings = await this.#returns.takings(manager, liquidation);
    const funds = new Set([...takings.map((taking) => taking.fund), ...(fund === null ? [] : [fund])]);
    await this.#ledger.lockAll(manager, [...funds]);
  }

  /** Stores what a scope is short of, asked by the fill that closes it. The caller holds the liquidation; all fills are stored. */
  async close(manager: Transaction, planned: PlannedLiquidation, closing: Closing): Promise<ScopeClosed> {
    const { liquidation, scope } = closing;
    const stored = await this.#liquidations.totals(manager, liquidation);
    const totals = stored.map(({ step, received, taken, kept, deficit }): StepTotal => ({
      ...{ step, received: storedDecimal(received), taken: storedDecimal(taken) },
      ...{ kept: storedDecimal(kept), deficit: storedDecimal(deficit) },
    }));
    const price = priceIn(planned, scope);
    const precision = precisionOf({ set: planned.set }, scope.asset);
    const missing = missingIn(scope, filledSteps(planned, totals, scope), { price, precision });
    if (!isPositive(missing)) return { returns: [], losses: [] };
    const returns = await this.#giveBack(manager, planned, { closing, missing });
    const losses = scopeLosses(planned, afterReturns(totals, returns), closing).map((event): AskedLoss => {
      const { eventId, contract } = event;
      return { fill: closing.fill, scope: scopeKey(scope), eventId, contract, event: JSON.stringify(event) };
    });
    for (const loss of losses) await this.#liquidations.addLoss(manager, liquidation, loss);
    return { returns: returns.map((row) => ({ ...row, closedBy: closing.fill })), losses };
  }

  async #giveBack(
    manager: Transaction,
    planned: PlannedLiquidation,
    { closing, missing }: { readonly closing: Closing; readonly missing: Decimal },
  ): Promise<readonly ScopeTaking[]> {
    const { liquidation, scope, fill, at, recordedBy } = closing;
    const numbers = new Set(filledSteps(planned, [], scope).map(({ number }) => number));
    const all = await this.#returns.takings(manager, liquidation);
    const takings = all.filter(({ step }) => numbers.has(step));
    const funds = await this.#ledger.lockAll(manager, [...new Set(takings.map((taking) => taking.fund))]);
    const returns = scopeReturns(missing, takings, {
      price: priceIn(planned, scope),
      precisionOf: (asset) => precisionOf({ set: planned.set }, asset),
      balances: new Map(funds.map((fund) => [fund.id, amountOf(fund.balance, fund)])),
    });
    for (const given of returns) {
      const units = unitsOf(given.amount, precisionOf({ set: planned.set }, given.settlementAsset));
      await this.#ledger.book(manager, {
        ...{ fund: given.fund, source: `${given.source}-return`, units, reference: given.fill },
        ...{ contract: contractOf(planned, scope, given.step), account: planned.account.id, at, recordedBy },
      });
      await this.#returns.add(manager, liquidation, { ...given, closedBy: fill });
    }
    return returns;
  }
}

function contractOf(planned: PlannedLiquidation, scope: ScopePlan, number: number): string | null {
  return filledSteps(planned, [], scope).find((each) => each.number === number)?.step.contract ?? null;
}

function afterReturns(totals: readonly StepTotal[], returns: readonly ScopeTaking[]): readonly StepTotal[] {
  return totals.map((total) => {
    const given = returns.filter(({ step }) => step === total.step).map(({ amount }) => amount);
    return { ...total, taken: subtract(total.taken, sum(given)) };
  });
}
