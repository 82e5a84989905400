import type { Decimal } from '../num/index.ts';

/** One outcome of all parameters of a document together at one place, such as the maintenance margin of a notional of 50,000. */
export interface OutcomeMove {
  /** One of the kind's `outcomeNames`. */
  readonly outcome: string;
  /** Where it was measured, in words. */
  readonly where: string;
  /** Null where it cannot be measured on both sides alike, as under two models that have no measure in common. */
  readonly before: Decimal | null;
  readonly after: Decimal | null;
}
