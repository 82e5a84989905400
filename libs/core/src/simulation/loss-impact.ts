import type { Decimal } from '../num/index.ts';

/** What the negative balances of a book would cost whom at one shock, under either set. */
export interface LossImpact {
  readonly before: readonly LossRow[];
  readonly after: readonly LossRow[];
}

/**
 * The deficits in one asset, all positions counted as closed at the shocked marks, so that `adl` has nothing left to close.
 * deficit = owed + notAsked + borneByAccount + fundDrawn + treasuryDrawn + socialized + uncovered.
 */
export interface LossRow {
  readonly asset: string;
  /** Accounts that are in deficit. */
  readonly accounts: number;
  readonly deficit: Decimal;
  /** By accounts without protection, after what they hold in other assets. */
  readonly owed: Decimal;
  /** Of accounts without a position, or of contracts of which no policy says who bears a loss. */
  readonly notAsked: Decimal;
  /** By what the accounts hold in other assets. */
  readonly borneByAccount: Decimal;
  /** From the insurance fund, its balances being those that it has now; accounts go by id. */
  readonly fundDrawn: Decimal;
  readonly treasuryDrawn: Decimal;
  /** All deficits of one waterfall shared out at once, as one loss. */
  readonly socialized: Decimal;
  /** Accounts that a share of it is taken from. */
  readonly sharers: number;
  /** Borne by nobody. */
  readonly uncovered: Decimal;
}
