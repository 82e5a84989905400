import type { LossEventRequest } from '@backstop/contracts';
import type { Decimal } from '@backstop/core/num';
import type { Instant } from '@backstop/core/venue';
import type { Candidate, FundState, LayerType } from '@backstop/core/waterfall';

/** A loss as it is asked about. */
export interface LossQuestion {
  readonly event: LossEventRequest;
  readonly at: Instant;
  readonly candidates: readonly Candidate[];
  /** Accounts of a stored book that could not be judged, and are no candidates. */
  readonly notJudged: number;
  /** Candidates of a stored book from which was taken off what losses recorded since took from them. */
  readonly chargedBefore: number;
}

/** What the ledger says where a loss is run; amounts exact. */
export interface LedgerFacts {
  /** Null where no compartment stands for the loss. */
  readonly fund: FundState | null;
  /** By layer, in the asset of the deficit: drawn in the period of the layer that ends now. */
  readonly drawnInPeriod: ReadonlyMap<LayerType, Decimal>;
}
