import type {
  LiquidationFillResource,
  LiquidationResource,
  LiquidationSummary,
  LossEventRequest,
} from '@backstop/contracts';
import { formatDecimal, storedDecimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
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
  readonly losses: readonly (AskedLoss & { readonly lossId: string | null })[];
}

/** A liquidation with its plan, steps and fills. */
export function liquidationResourceOf(
  stored: StoredLiquidation,
  { steps, fills, losses }: LiquidationParts,
): LiquidationResource {
  return {
    ...liquidationSummaryOf(stored),
    steps: steps.map((step) => ({
      ...step,
      size: formatDecimal(storedDecimal(step.size)),
      filled: formatDecimal(storedDecimal(step.filled)),
    })),
    fills: fills.map((fill) => fillResourceOf(fill, losses)),
    losses: losses.map(({ scope, event, lossId }) => ({ scope, event: eventOf(event), lossId })),
    plan: JSON.parse(stored.plan) as LiquidationResource['plan'],
  };
}

/** A fill as it is answered, now and when it is told again; `losses` of its liquidation hold those that it asks for. */
export function fillResourceOf(
  { sequence, outcome }: StoredFill,
  losses: readonly AskedLoss[],
): LiquidationFillResource {
  const told = JSON.parse(outcome) as Omit<LiquidationFillResource, 'sequence' | 'losses'>;
  return {
    ...told,
    losses: losses.filter(({ fill }) => fill === told.id).map(({ event }) => eventOf(event)),
    sequence,
  };
}

function eventOf(text: string): LossEventRequest {
  return JSON.parse(text) as LossEventRequest;
}
