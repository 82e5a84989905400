import type { Decimal } from '../num/index.ts';
import type { Allocation } from './allocation/allocation.ts';
import type { AssetAmount } from './loss-event.ts';
import type { AdlLayer, PayingLayer } from './waterfall-rules.ts';

/** Who bears a loss. Σ draws + owed + uncovered = deficit, and placed + not placed = the open size, to the last unit. */
export interface WaterfallOutcome {
  /** As the event states it, ceiled to the smallest unit; null where there was none. */
  readonly deficit: AssetAmount | null;
  /** One for each layer, in the order of the rules. */
  readonly layers: readonly LayerOutcome[];
  /** ≥ 0: what the account itself owes, where it does: of the deficit, what its own collateral and fees did not pay. */
  readonly owed: Decimal;
  /** ≥ 0: of a deficit that it does not owe, what no layer took. */
  readonly uncovered: Decimal;
  /** ≥ 0, in contracts: of the open position, what no layer placed. */
  readonly sizeNotPlaced: Decimal;
  /**
   * SHA-256 over `id,units\n` of all candidates by id, zeros included: units of the deficit's asset over all layers that share
   * it out.
   */
  readonly digest: string;
}

export type LayerOutcome = PayingOutcome | AdlOutcome | SocializationOutcome;

interface Outcome {
  /** ≥ 0, in the asset of the deficit: what it pays of it. `adl` pays nothing. */
  readonly drawn: Decimal;
  /** What kept it from bearing all that it was asked for; null where nothing did. */
  readonly limit: LayerLimit | null;
}

/** The tightest of what binds a layer. */
export type LayerLimit =
  | 'nothing-there'
  | 'floor'
  | 'no-conversion'
  | 'loss-cap'
  | 'account-cap'
  | 'period-cap'
  | 'candidates'
  | 'round-cap'
  | 'whole-lots'
  | 'switch-off';

export interface PayingOutcome extends Outcome {
  readonly type: PayingLayer['type'];
  /** What it gives for it, by the asset that it gives; more than one only where several were converted. */
  readonly spent: readonly AssetAmount[];
  /** The compartment that pays; null for other layers. */
  readonly compartment: string | null;
}

export interface SocializationOutcome extends Outcome {
  readonly type: 'socialization';
  /** Shares by place among `candidateIds`, in units of the deficit's asset; null where nothing was asked for. */
  readonly allocation: Allocation | null;
  readonly exempted: readonly Exempted[];
}

export interface AdlOutcome extends Outcome {
  readonly type: AdlLayer['type'];
  /** > 0: what everybody is closed at. */
  readonly price: Decimal | null;
  /** ≥ 0, in contracts, placed. */
  readonly sizePlaced: Decimal;
  /** ≥ 0, in the settlement asset: Σ lots · multiplier · max(0, s·(price − mark)). */
  readonly absorbed: Decimal;
  /** Whom it closes, first the one who is closed first. */
  readonly closes: readonly AdlClose[];
  /** SHA-256 over `id,lots\n` of all candidates by id, zeros included. */
  readonly digest: string;
  readonly exempted: readonly Exempted[];
}

/** A candidate that a rule left out. */
export interface Exempted {
  readonly id: string;
  /** Name of the rule. */
  readonly exemption: string;
}

/** A position closed against the one that goes under, with its proof. */
export interface AdlClose {
  readonly id: string;
  readonly scope: string;
  /** 1 is closed first. */
  readonly rank: number;
  /** Whole numbers of 1e-8, floored. */
  readonly score: bigint;
  /** The most that could be closed: by its cap, and so that its account value stays at or above zero. */
  readonly lotsMax: bigint;
  /** Σ of lotsMax of all ranked before: lots = min(lotsMax, max(0, asked − lotsBefore)). */
  readonly lotsBefore: bigint;
  readonly lots: bigint;
  /** > 0, in contracts. */
  readonly size: Decimal;
  /** Of the size closed, in the settlement asset, at the price against its entry; floored for the account. */
  readonly realizedPnl: Decimal;
  /** ≥ 0, in the settlement asset: what it would have had at the mark. */
  readonly cost: Decimal;
}
