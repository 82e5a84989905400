import type { LiquidationFillResource, LiquidationResource, LiquidationSummary } from '@backstop/contracts';
import { formatDecimal, InvariantError, parseDecimal } from '@backstop/core/num';
import { formatInstant } from '@backstop/core/venue';
import type { StoredLiquidation, StoredStep } from './liquidation.repository.ts';

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

/** A liquidation with its plan, steps and fills. */
export function liquidationResourceOf(
  stored: StoredLiquidation,
  steps: readonly StoredStep[],
  fills: readonly { readonly sequence: number; readonly outcome: string }[],
): LiquidationResource {
  return {
    ...liquidationSummaryOf(stored),
    steps: steps.map((step) => ({ ...step, size: canonical(step.size), filled: canonical(step.filled) })),
    fills: fills.map(fillResourceOf),
    plan: JSON.parse(stored.plan) as LiquidationResource['plan'],
  };
}

/** A fill as it is answered, now and when it is told again. */
export function fillResourceOf({
  sequence,
  outcome,
}: {
  readonly sequence: number;
  readonly outcome: string;
}): LiquidationFillResource {
  return { ...(JSON.parse(outcome) as Omit<LiquidationFillResource, 'sequence'>), sequence };
}

function canonical(text: string): string {
  const value = parseDecimal(text);
  if (value === null) throw new InvariantError('a step holds what is no decimal');
  return formatDecimal(value);
}
