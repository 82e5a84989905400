import type {
  LiquidationFillResource,
  LiquidationResource,
  LiquidationSummary,
  LossEventRequest,
  ScopeReturnResource,
} from '@backstop/contracts';
import { formatDecimal, storedDecimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
import type { StoredReturn } from './liquidation-return.repository.ts';
import type { AskedLoss, StoredFill, StoredLiquidation, StoredStep } from './liquidation.repository.ts';

/** A liquidation as a list tells it. */
export function liquidationSummaryOf(stored: StoredLiquidation): LiquidationSummary {
  const { id, sequence, account, state, planId, policySet, inputHash, recordedAt, recordedBy } = stored;
  return {
    ...{ id, sequence, account, state, planId, policySet, inputHash, recordedBy },
    recordedAt: formatInstant(recordedAt),
    closedAt: stored.closedAt === null ? null : formatInstant(stored.closedAt),
    closedBy: stored.closedBy,
    reason: stored.reason,
  };
}

/** What belongs to a liquidation. */
export interface LiquidationParts {
  readonly steps: readonly StoredStep[];
  readonly fills: readonly StoredFill[];
  readonly returns: readonly StoredReturn[];
  readonly losses: readonly (AskedLoss & { readonly lossId: string | null })[];
}

/** A liquidation with its plan, steps and fills. */
export function liquidationResourceOf(
  stored: StoredLiquidation,
  { steps, fills, returns, losses }: LiquidationParts,
): LiquidationResource {
  return {
    ...liquidationSummaryOf(stored),
    steps: steps.map((step) => ({
      ...step,
      size: formatDecimal(storedDecimal(step.size)),
      filled: formatDecimal(storedDecimal(step.filled)),
    })),
    fills: fills.map((fill) => fillResourceOf(fill, { returns, losses })),
    returns: returns.map(returnOf),
    losses: losses.map(({ scope, event, lossId }) => ({ scope, event: eventOf(event), lossId })),
    plan: JSON.parse(stored.plan) as LiquidationResource['plan'],
  };
}

/** A fill as it is answered, now and when it is told again; what its liquidation asks for and gives back holds its own. */
export function fillResourceOf(
  { sequence, outcome }: StoredFill,
  { returns, losses }: { readonly returns: readonly StoredReturn[]; readonly losses: readonly AskedLoss[] },
): LiquidationFillResource {
  const told = JSON.parse(outcome) as Omit<LiquidationFillResource, 'sequence' | 'returns' | 'losses'>;
  return {
    ...told,
    returns: returns.filter(({ closedBy }) => closedBy === told.id).map(returnOf),
    losses: losses.filter(({ fill }) => fill === told.id).map(({ event }) => eventOf(event)),
    sequence,
  };
}

function returnOf({ fill, source, fund, settlementAsset: asset, amount }: StoredReturn): ScopeReturnResource {
  return { fill, source, fund, asset, amount: formatDecimal(amount) };
}

function eventOf(text: string): LossEventRequest {
  return JSON.parse(text) as LossEventRequest;
}
