import type { Decimal } from '../num/index.ts';
import type { LossImpact } from './loss-impact.ts';

/** What stands for the zone of a scope that one of two sets does not have; no zone is called so. */
export const NO_SCOPE = '(none)';

/** What a change of sets does to the accounts of a book: each judged twice, at no shock and at each declared one. */
export interface Impact {
  /** Scopes that were judged under both sets. */
  readonly judged: number;
  /** Accounts that were not, by the reason, in the order of their texts. */
  readonly notJudged: readonly NotJudged[];
  /** No shock first, then ascending. */
  readonly shocks: readonly ShockImpact[];
}

export interface NotJudged {
  /** In words. */
  readonly reason: string;
  readonly accounts: number;
}

/** The impact at one uniform move of prices. `accounts` are scopes of accounts throughout. */
export interface ShockImpact {
  /** Share by which all marks move: -0.1 takes a tenth away. */
  readonly shock: Decimal;
  /** Every zone that some scope is in before or after, those that cannot be judged first, then by name. */
  readonly zones: readonly ZoneCount[];
  /** Only those that change, by both zones. */
  readonly zoneMoves: readonly ZoneMove[];
  readonly newlyLiquidatable: {
    readonly accounts: number;
    /** In the valuation asset; what no price turns into it is left out and counted in `notValued`. */
    readonly notional: Decimal;
    readonly notValued: number;
  };
  readonly noLongerLiquidatable: number;
  readonly newlyIndeterminate: number;
  /** The ten that lose most headroom, those that become liquidatable first. */
  readonly hardestHit: readonly HardestHit[];
  readonly losses: LossImpact;
}

/** How many scopes are in a zone under either set. */
export interface ZoneCount {
  /** Null = it cannot be judged; `NO_SCOPE` = the set does not have the scope. */
  readonly zone: string | null;
  readonly before: number;
  readonly after: number;
}

export interface ZoneMove {
  /** Null = it cannot be judged. */
  readonly from: string | null;
  readonly to: string | null;
  readonly accounts: number;
}

export interface HardestHit {
  readonly account: string;
  /** Key of the scope: `cross:USDT`, `isolated:ETHUSDT:net`. */
  readonly scope: string;
  readonly zoneBefore: string | null;
  readonly zoneAfter: string | null;
  /** Equity ÷ maintenance margin, floored at 8 decimals; null where there is no such margin or it cannot be judged. */
  readonly marginRatioBefore: Decimal | null;
  readonly marginRatioAfter: Decimal | null;
  /** In the asset of the scope. */
  readonly maintenanceMarginBefore: Decimal | null;
  readonly maintenanceMarginAfter: Decimal | null;
}
