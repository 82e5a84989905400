import type { Decimal } from '../num/index.ts';
import type { Contract, Instant } from '../venue/index.ts';

/** An amount of an asset. */
export interface AssetAmount {
  readonly asset: string;
  readonly amount: Decimal;
}

/** What an account that went under leaves to others: a position that nobody has closed yet, an amount that is missing, or both. */
export interface LossEvent {
  /** When: what dated facts of candidates are read at. */
  readonly at: Instant;
  /** The account that loses. It never takes part in its own loss. */
  readonly accountId: string;
  /** Whoever owns it; null where the venue does not say, so that only the account itself is left out. */
  readonly ownerId: string | null;
  /** The contract that the loss arose in: its waterfall is run, its group's compartment pays, its mark ranks. */
  readonly contract: Contract;
  /** > 0, quote per base. */
  readonly markPrice: Decimal;
  /** What `adl` acts on. */
  readonly openPosition: OpenPosition | null;
  /** > 0; what every other layer pays, ceiled to the asset's smallest unit. */
  readonly deficit: AssetAmount | null;
  /** Whether the account owes what its own collateral and fees do not pay: no other layer is asked for the deficit. */
  readonly isOwed: boolean;
  /** The account's own collateral that is still unsold, by asset; what is not above zero is not there. */
  readonly residual: readonly AssetAmount[];
  /** Fees taken from the account in this event. */
  readonly fees: readonly AssetAmount[];
}

/** A position of the account that goes under and that the market did not take, in the contract of the event. */
export interface OpenPosition {
  /** Signed, in contracts; + is long. Never 0. */
  readonly size: Decimal;
  /** > 0, quote per base: the price at which its bankruptcy amount is received. */
  readonly closePrice: Decimal;
}
