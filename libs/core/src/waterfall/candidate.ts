import type { Decimal } from '../num/index.ts';
import type { FactValue } from '../venue/index.ts';

/** An account that may be asked to bear a loss. Its amounts are in the asset of the deficit; without one, of the settlement. */
export interface Candidate {
  /** No two the same. */
  readonly id: string;
  readonly ownerId: string | null;
  readonly tags: readonly string[];
  /** Of the whole account, for liability is per account; may be negative. */
  readonly accountValue: Decimal;
  /** ≥ 0: Σ of the notionals of all its positions. */
  readonly notional: Decimal;
  /** What it has gained and not realized; what is not above zero is no capacity. */
  readonly positivePnl: Decimal;
  /** Its positions in the contract of the event, one for each scope and side. */
  readonly positions: readonly CandidatePosition[];
  /** Facts that the venue declares itself, for exemptions. */
  readonly facts: Readonly<Record<string, FactValue>>;
}

/** A position in the contract of the event. Amounts are in the contract's settlement asset. */
export interface CandidatePosition {
  /** Tells the positions of one candidate apart, such as `cross:net`. */
  readonly scope: string;
  /** Signed, in contracts; + is long. Never 0. */
  readonly size: Decimal;
  /** > 0, quote per base. */
  readonly entryPrice: Decimal;
  /** Of the scope that holds it, its unrealized pnl included: what closing it may cost at most. */
  readonly accountValue: Decimal;
  /** ≥ 0: Σ of the notionals of that scope; leverage is this ÷ account value. */
  readonly notional: Decimal;
}
