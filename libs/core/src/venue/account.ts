import type { Decimal } from '../num/index.ts';

/** One account as the trading system reports it: facts, read-only. */
export interface Account {
  readonly id: string;
  readonly ownerId: string | null;
  readonly tags: readonly string[];
  readonly collateral: readonly CollateralBalance[];
  readonly positions: readonly Position[];
  readonly openOrders: readonly OpenOrder[];
  /** What earlier decisions left behind; null = no history, so enter thresholds apply. */
  readonly state: AccountState | null;
  /** Facts that the venue declares itself, by name; untyped until the policy set's declaration types them. */
  readonly facts: Readonly<Record<string, FactValue>>;
}

/**
 * A venue's own fact as it arrived: a plain value, a list, an object with parts, or any of them with the instant that
 * it holds for: `{ "value": …, "at": "2026-01-31T12:00:00Z" }`.
 */
export type FactValue = string | number | boolean | readonly FactValue[] | { readonly [part: string]: FactValue };

export interface CollateralBalance {
  readonly asset: string;
  /** May be negative: a debt. Excludes isolated margin. */
  readonly balance: Decimal;
}

export type PositionSide = 'net' | 'long' | 'short';
export type MarginMode = 'cross' | 'isolated';

/** Unique in its account by (contract, side, margin). */
export interface Position {
  readonly contract: string;
  readonly side: PositionSide;
  /** Signed, in contracts; + is long. Never 0. A `long` side is > 0, a `short` side < 0. */
  readonly size: Decimal;
  readonly entryPrice: Decimal;
  /** Chosen leverage; null = the largest that the tier allows. */
  readonly leverage: Decimal | null;
  readonly margin: MarginMode;
  /** In the settlement asset; present exactly where margin is `isolated`. */
  readonly isolatedMargin: Decimal | null;
  /** Funding accrued and not yet settled, in the settlement asset; + is owed to the account. */
  readonly pendingFunding: Decimal;
}

export interface OpenOrder {
  readonly contract: string;
  readonly side: 'buy' | 'sell';
  /** > 0, in contracts. */
  readonly size: Decimal;
  readonly price: Decimal;
  readonly reduceOnly: boolean;
  readonly margin: MarginMode;
}

export interface AccountState {
  /** Days that the venue has recorded, in any order; only penalties read them. */
  readonly shortfalls: readonly RecordedDay[];
  /** What an account without protection still owes, at most one a scope; only penalties read it. */
  readonly receivables: readonly Receivable[];
  /** Zone by scope key (`cross:USDT`, `isolated:ETHUSDT:net`) as the last decision left it. */
  readonly zones: Readonly<Record<string, string>>;
}

/** Of an account that nothing is remembered of. */
export const NO_HISTORY: AccountState = { zones: {}, shortfalls: [], receivables: [] };

/** A day on which a scope was short of margin, or on which its negative balance was set to zero. */
export interface RecordedDay {
  readonly scope: string;
  /** `2026-01-31`, in the zone of the penalty policy. */
  readonly day: string;
  readonly event: 'shortfall' | 'balance-reset';
}

/** What a scope owes the venue, in its asset. */
export interface Receivable {
  readonly scope: string;
  /** > 0. */
  readonly amount: Decimal;
}
