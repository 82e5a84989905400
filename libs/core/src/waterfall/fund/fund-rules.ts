import type { Decimal } from '../../num/index.ts';

/** The insurance fund of a venue: compartments that never pay for one another. */
export interface FundRules {
  readonly compartments: readonly Compartment[];
}

/** What losses of some groups of contracts are paid from, in one asset. */
export interface Compartment {
  readonly name: string;
  /** The groups that it stands for; null = every group that no other compartment of its asset names. */
  readonly groups: ReadonlySet<string> | null;
  readonly asset: string;
  readonly inflows: FundInflows;
  /** ≥ 0: kept back from every loss. */
  readonly balanceFloor: Decimal;
  readonly caps: FundCaps;
  /** Null where nothing but the declared order opens `adl`. */
  readonly adlSwitch: AdlSwitchRules | null;
  /** Null where positions are never taken over. */
  readonly takeover: TakeoverRules | null;
}

/** What flows in, as shares from 0 to 1. */
export interface FundInflows {
  /** Of what a fill brings above bankruptcy amount and fee; the account keeps the rest. */
  readonly surplusShare: Decimal;
  /** Of liquidation fees; the venue keeps the rest. */
  readonly feeShare: Decimal;
  readonly takesDeposits: boolean;
}

/** The most that a compartment pays, in its asset; null = no limit. */
export interface FundCaps {
  readonly lossDrawnMax: Decimal | null;
  /** For one account in a period. */
  readonly accountDrawnMax: Decimal | null;
  readonly periodDrawnMax: Decimal | null;
  /** Null where no cap is about a period. */
  readonly periodSeconds: number | null;
}

/** When the fund opens `adl`, and when it closes it again. */
export interface AdlSwitchRules {
  /** ≤ 0: on where drawdown is at or below this … */
  readonly onAtOrBelow: Decimal;
  /** … and the balance above this; ≥ 0. */
  readonly balanceThreshold: Decimal;
  /** Off where drawdown is above this (≥ `onAtOrBelow`) and the balance above zero. */
  readonly offAbove: Decimal;
  /** The time that drawdown is measured over. */
  readonly windowSeconds: number;
}

/** How positions that are taken over are held. */
export interface TakeoverRules {
  /** > 0, in the compartment's asset: a loss of its positions as large as this opens `adl`. */
  readonly lossMax: Decimal;
}
