import type { LossEventRequest } from '@backstop/contracts';
import { precisionOf } from '@backstop/core/evaluation';
import { divide, formatDecimal, InvariantError, isPositive, ONE, sum, ZERO, type Decimal } from '@backstop/core/num';
import { scopeShortfall, type FilledStep, type PriceInScope, type ScopePlan } from '@backstop/core/planning';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { LIQUIDATION_EVENT } from '../losses/check-as-asked.ts';
import { fillableSteps, scopeKey } from './plan-steps.ts';
import type { PlannedLiquidation } from './planned-liquidations.service.ts';

/** What all fills of a step come to. */
export interface StepTotal extends Omit<FilledStep, 'step'> {
  readonly step: number;
  /** ≥ 0: fees that the fund had nothing of, in the settlement asset. */
  readonly kept: Decimal;
}

/** Which scope of which liquidation is closed, and when. */
export interface ClosedScope {
  readonly liquidation: string;
  readonly scope: ScopePlan;
  readonly at: Instant;
}

/** A step of a scope by its number, with what its fills come to. */
interface NumberedFills extends FilledStep {
  readonly number: number;
  readonly kept: Decimal;
}

/** The steps of a scope that fills are held against; one without fills has brought nothing. */
export function filledSteps(
  { plan }: PlannedLiquidation,
  totals: readonly StepTotal[],
  scope: ScopePlan,
): readonly NumberedFills[] {
  const steps = fillableSteps(plan).filter((step) => scopeKey(step.scope) === scopeKey(scope));
  return steps.map(({ number, step }) => {
    const total = totals.find((each) => each.step === number);
    return { received: ZERO, taken: ZERO, kept: ZERO, deficit: ZERO, ...total, number, step };
  });
}

/**
 * The events that ask for what the account is short of in a scope that is closed, one for each contract. Fees that the venue kept
 * are stated with their contract, those of contracts that nothing is missing for with the first event; so is what the account holds
 * beside the scope. Pure.
 */
export function scopeLosses(
  planned: PlannedLiquidation,
  totals: readonly StepTotal[],
  { liquidation, scope, at }: ClosedScope,
): readonly (LossEventRequest & { readonly eventId: string })[] {
  const { set, account, market } = planned;
  const filled = filledSteps(planned, totals, scope);
  const price = priceIn(planned, scope);
  const precision = precisionOf({ set }, scope.asset);
  const short = scopeShortfall(scope, filled, { price, precision });
  const asked = new Set(short.map(({ contract }) => contract));
  return short.map(({ contract, settlementAsset: asset, missing }, index) => {
    const first = filled.find(({ step }) => step.contract === contract)?.number;
    const markPrice = market.contracts[contract]?.markPrice ?? null;
    if (first === undefined || markPrice === null) throw new InvariantError(`a plan lacks ${contract}`);
    const amount = divide(missing, price(asset), precisionOf({ set }, asset), 'ceil');
    const isOwn = ({ step }: NumberedFills): boolean =>
      step.contract === contract || (index === 0 && !asked.has(step.contract));
    const residual = index === 0 ? besideScope(planned, scope) : [];
    const fees = keptFees(filled.filter(isOwn));
    return {
      eventId: `${LIQUIDATION_EVENT}${liquidation}:${String(first)}`,
      at: formatInstant(at),
      account: account.id,
      ...(account.ownerId === null ? {} : { ownerId: account.ownerId }),
      tags: [...account.tags],
      contract,
      markPrice: formatDecimal(markPrice),
      deficit: { asset, amount: formatDecimal(amount) },
      ...{ residual, fees, treasury: [] },
      prices: pricesOf(planned, residual.length === 0 ? [] : [asset, ...residual.map((row) => row.asset)]),
    };
  });
}

/** By settlement asset. */
function keptFees(filled: readonly NumberedFills[]): { asset: string; amount: string }[] {
  const assets = [...new Set(filled.map(({ step }) => step.settlementAsset))];
  return assets.flatMap((asset) => {
    const kept = sum(filled.filter(({ step }) => step.settlementAsset === asset).map((each) => each.kept));
    return isPositive(kept) ? [{ asset, amount: formatDecimal(kept) }] : [];
  });
}

/**
 * Unsold collateral of the account in assets of which it holds no cross position and has no order: what it could still be asked
 * for. A pool of many assets counts all of it already, and an isolated position risks no more than its own margin.
 */
function besideScope({ set, account }: PlannedLiquidation, scope: ScopePlan): { asset: string; amount: string }[] {
  if (scope.scope === 'isolated' || set.valuation.compiled.collateralMode === 'multi-asset') return [];
  const { contracts } = set.specification.compiled;
  const used = [...account.positions, ...account.openOrders].filter(({ margin }) => margin === 'cross');
  const assets = new Set(used.map(({ contract }) => contracts.get(contract)?.settlementAsset));
  return account.collateral
    .filter(({ asset, balance }) => asset !== scope.asset && !assets.has(asset) && isPositive(balance))
    .map(({ asset, balance }) => ({ asset, amount: formatDecimal(balance) }));
}

/** What conversions may go by: prices that the market of the plan has. */
function pricesOf({ market }: PlannedLiquidation, assets: readonly string[]): Record<string, string> {
  const prices: Record<string, string> = {};
  for (const asset of assets) {
    const price = market.assets[asset]?.price ?? null;
    if (price !== null) prices[asset] = formatDecimal(price);
  }
  return prices;
}

/** As its fills were converted: only a pool of many assets holds another than its own. */
export function priceIn({ market }: PlannedLiquidation, { asset: own }: ScopePlan): PriceInScope {
  return (asset): Decimal => {
    const price = asset === own ? ONE : (market.assets[asset]?.price ?? null);
    if (price === null) throw new InvariantError(`${asset} has no price`);
    return price;
  };
}
