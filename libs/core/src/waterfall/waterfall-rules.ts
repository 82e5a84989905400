import type { Decimal } from '../num/index.ts';
import type { Instant } from '../venue/index.ts';
import type { AllocationMethod } from './allocation/allocation.ts';
import type { Candidate } from './candidate.ts';

/** Who bears a loss, in which order, and how much at most. */
export interface WaterfallRules {
  /** Asked in this order; no two of one type. */
  readonly layers: readonly WaterfallLayer[];
  /** Ways in which what a layer holds in another asset may pay a deficit. What has none pays nothing. */
  readonly conversions: readonly Conversion[];
}

/** What a layer is, and by which it is known: its waterfall has no other of the type. */
export type LayerType = WaterfallLayer['type'];

export type WaterfallLayer = PayingLayer | AdlLayer | SocializationLayer;

interface Layer {
  /** By the asset of the deficit (for `adl`, the settlement asset); an asset that is not named has no cap. */
  readonly caps: ReadonlyMap<string, LayerCap>;
  /** The period that `periodDrawnMax` is about; null where no cap is about one. */
  readonly periodSeconds: number | null;
}

/** The most that a layer bears, in the asset of the deficit; null = no limit. */
export interface LayerCap {
  readonly lossDrawnMax: Decimal | null;
  readonly periodDrawnMax: Decimal | null;
}

/** Pays from what it holds: the account's own collateral, the fees of the event, a compartment, the venue's treasury. */
export interface PayingLayer extends Layer {
  readonly type: 'account-residual' | 'fee-buffer' | 'insurance-fund' | 'treasury';
}

/** What candidates are ranked by, the highest score first. */
export const ADL_SCORES = ['pnl-leverage', 'entry-leverage', 'largest-pnl', 'none'] as const;

/**
 * - `pnl-leverage`: pnl% · leverage, pnl% = s·(mark/entry − 1), inverse s·(1 − entry/mark).
 * - `entry-leverage`: mark/entry, inverted for shorts, · leverage.
 * - `largest-pnl`: unrealized pnl.
 * - `none`: all alike, so that ids decide.
 */
export type AdlScore = (typeof ADL_SCORES)[number];

/** Closes the open position against those who gain by it. */
export interface AdlLayer extends Layer {
  readonly type: 'adl';
  /** Whether it acts whenever it is reached, or only while the fund's switch is on. */
  readonly opens: 'always' | 'fund-switch';
  readonly score: AdlScore;
  readonly closeAt: 'bankruptcy' | 'mark';
  /** From 0 to 1: the most of a candidate's position that one run closes. */
  readonly positionShareMax: Decimal;
  /** From 0 to 1: the most of the open position that one run places. */
  readonly roundShareMax: Decimal;
  readonly exemptionOf: ExemptionOf;
}

/** Shares the loss out among those who can bear it. */
export interface SocializationLayer extends Layer {
  readonly type: 'socialization';
  readonly method: AllocationMethod;
  /** What an account can lose at most. */
  readonly capacity: 'positive-pnl' | 'account-value';
  /** What is levelled. */
  readonly base: 'positive-pnl' | 'account-value' | 'open-interest';
  /** What `queue` goes by. */
  readonly score: AdlScore;
  /** k of `risk-weighted`, from 0 to 4. */
  readonly riskExponent: number;
  /** From 0 to 1. */
  readonly capRate: Decimal;
  /** By asset of the deficit: less capacity than this takes no part; without one, one unit. */
  readonly capacityMin: ReadonlyMap<string, Decimal>;
  readonly exemptionOf: ExemptionOf;
}

/** The name of the first exemption that a candidate certainly has at an instant; null for none. */
export type ExemptionOf = (candidate: Candidate, at: Instant) => string | null;

/** What `from` sells for in `to`: price of `from` ÷ price of `to`, less the discount. */
export interface Conversion {
  readonly from: string;
  readonly to: string;
  /** From 0 to 1. */
  readonly discount: Decimal;
}
