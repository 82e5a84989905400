import type { LossResource } from '@backstop/contracts';
import { formatInstant } from '@backstop/core/venue';
import type { Answer } from '../persistence/unit-of-work.ts';
import type { LossOutcome } from './decide-loss.ts';
import type { LossAllocation } from './loss-allocations.ts';
import type { StoredLoss } from './loss.repository.ts';

/** A stored loss as it is answered, with the first rows of who bears it. */
export function lossResource(
  { id, sequence, recordedAt, recordedBy, outcome }: StoredLoss,
  allocations: readonly LossAllocation[],
): LossResource {
  const { at, ...rest } = JSON.parse(outcome) as LossOutcome;
  const recorded = { recordedAt: formatInstant(recordedAt), recordedBy };
  return { id, sequence, at, ...recorded, ...rest, allocations: [...allocations] };
}

/** The answer of a run that nothing stayed of. */
export function triedAnswer({ body }: Answer): Answer {
  const { id: _id, sequence: _sequence, ...rest } = body as LossResource;
  return { status: 200, headers: {}, body: { id: null, sequence: null, ...rest } };
}
