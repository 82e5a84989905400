import type { LossEventRequest } from '@backstop/contracts';
import { precisionOf } from '@backstop/core/evaluation';
import { divide, formatDecimal, InvariantError, ONE, ZERO, type Decimal } from '@backstop/core/num';
import { scopeShortfall, type FilledStep, type PriceInScope, type ScopePlan } from '@backstop/core/planning';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { LIQUIDATION_EVENT } from '../losses/check-as-asked.ts';
import { fillableSteps, scopeKey } from './plan-steps.ts';
import type { PlannedLiquidation } from './planned-liquidations.service.ts';

/** What all fills of a step come to. */
export interface StepTotal extends Omit<FilledStep, 'step'> {
  readonly step: number;
}

/** Which scope of which liquidation is closed, and when. */
export interface ClosedScope {
  readonly liquidation: string;
  readonly scope: ScopePlan;
  readonly at: Instant;
}

/** The events that ask for what the account is short of in a scope that is closed, one for each contract. Pure. */
export function scopeLosses(
  planned: PlannedLiquidation,
  totals: readonly StepTotal[],
  { liquidation, scope, at }: ClosedScope,
): readonly (LossEventRequest & { readonly eventId: string })[] {
  const { set, account, market } = planned;
  const steps = fillableSteps(planned.plan).filter((step) => scopeKey(step.scope) === scopeKey(scope));
  const filled = steps.map(({ number, step }) => {
    const total = totals.find((each) => each.step === number);
    return { received: ZERO, taken: ZERO, deficit: ZERO, ...total, step };
  });
  const price = priceIn(planned, scope);
  const precision = precisionOf({ set }, scope.asset);
  return scopeShortfall(scope, filled, { price, precision }).map(({ contract, settlementAsset: asset, missing }) => {
    const first = steps.find(({ step }) => step.contract === contract)?.number;
    const markPrice = market.contracts[contract]?.markPrice ?? null;
    if (first === undefined || markPrice === null) throw new InvariantError(`a plan lacks ${contract}`);
    const amount = divide(missing, price(asset), precisionOf({ set }, asset), 'ceil');
    return {
      eventId: `${LIQUIDATION_EVENT}${liquidation}:${String(first)}`,
      at: formatInstant(at),
      account: account.id,
      ...(account.ownerId === null ? {} : { ownerId: account.ownerId }),
      tags: [...account.tags],
      contract,
      markPrice: formatDecimal(markPrice),
      deficit: { asset, amount: formatDecimal(amount) },
      ...{ residual: [], fees: [], treasury: [], prices: {} },
    };
  });
}

/** As its fills were converted: only a pool of many assets holds another than its own. */
function priceIn({ market }: PlannedLiquidation, { asset: own }: ScopePlan): PriceInScope {
  return (asset): Decimal => {
    const price = asset === own ? ONE : (market.assets[asset]?.price ?? null);
    if (price === null) throw new InvariantError(`${asset} has no price`);
    return price;
  };
}
