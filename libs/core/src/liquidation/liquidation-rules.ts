import type { Decimal } from '../num/index.ts';

/** How accounts are liquidated, ready to plan with; compiled from a `forced-liquidation` document. */
export interface LiquidationRules {
  readonly accountOrder: AccountOrder;
  /** The first key that tells two positions apart decides; contract and side do where none does. */
  readonly positionOrder: readonly PositionKey[];
  readonly step: StepRule;
  readonly bounds: StepBounds;
  /** ≥ 1. A scope is restored only at equity ≥ exitBuffer · maintenanceMargin. */
  readonly exitBuffer: Decimal;
  readonly limit: LimitRule;
  /** Share of the notional by which a fill is assumed to be worse than the mark; never beyond the limit. */
  readonly assumedFillDiscount: Decimal;
  readonly fees: FeeRules;
  /** Who keeps what a fill brings above the bankruptcy amount once fees are paid. */
  readonly surplusTo: 'account' | 'fund';
  /** Whether a position that no fill within its limit can close goes to the fund at its bankruptcy amount. */
  readonly takesOver: boolean;
  /** Null = no collateral is converted. */
  readonly conversion: ConversionRules | null;
}

export type AccountOrder = 'risk' | 'limit-distance' | 'largest-notional' | 'largest-deficit';

export type PositionKey =
  | { readonly by: 'contract-group'; readonly groups: readonly string[] }
  | { readonly by: 'largest-loss' | 'largest-maintenance-margin' | 'most-liquid' };

export type StepRule =
  | { readonly model: 'full' }
  | { readonly model: 'tiers-down'; readonly tiers: number }
  | { readonly model: 'fraction'; readonly fraction: Decimal }
  | { readonly model: 'shortage'; readonly ramp: ShortageRamp | null };

/** The share of a shortage that is taken: `initial` + time since the liquidation began ÷ duration, at most all of it. */
export interface ShortageRamp {
  readonly initial: Decimal;
  readonly durationMilliseconds: number;
  /** A shortage below it is taken whole; in the pool's asset. */
  readonly fullBelowShortage: Decimal;
}

/** Null = no bound. Notionals are in the pool's asset. */
export interface StepBounds {
  /** A position of at most so much notional is closed whole. */
  readonly fullBelowNotional: Decimal | null;
  /** A position of at most so many contracts is closed whole. */
  readonly fullBelowSize: Decimal | null;
  /** A step takes at least so much notional, or the whole position. */
  readonly notionalMin: Decimal | null;
  /** Largest share of the market's depth that one step takes; where depth is not known nothing is bounded by it. */
  readonly depthShareMax: Decimal | null;
  /** Time between two reductions of a scope. */
  readonly cooldownMilliseconds: number;
  readonly interval: { readonly milliseconds: number; readonly notionalMax: Decimal } | null;
}

export type LimitRule =
  | { readonly model: 'bankruptcy-amount' }
  | { readonly model: 'spread'; readonly bankruptcyAdjustment: Decimal; readonly spreadToMaintenanceRatio: Decimal };

/** Rates are fractions of the fill's amount. */
export interface FeeRules {
  readonly feeRate: Decimal;
  readonly fundFeeRate: Decimal;
  /** Largest share, of what a fill leaves above the bankruptcy amount and the first fee, that the fund's fee takes. */
  readonly fundFeeShareMax: Decimal;
  readonly escalation: FeeEscalation | null;
}

/** The first fee grows with the time since the liquidation began. */
export interface FeeEscalation {
  readonly graceMilliseconds: number;
  readonly ratePerSecond: Decimal;
  readonly rateMax: Decimal;
}

export interface ConversionRules {
  /** What is sold, in this order; an asset that is not named is never sold. */
  readonly sales: readonly { readonly asset: string; readonly discount: Decimal }[];
  /** By asset: below so much net (≤ 0) of it, collateral is sold for it while positions are open; 0 where not named. */
  readonly netMin: ReadonlyMap<string, Decimal>;
}
