import type { Decimal } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import type { MarginMode, PositionSide } from '../venue/index.ts';
import type { LeafTrace } from '../rules/index.ts';

export type Outcome = 'pass' | 'breach' | 'indeterminate';
export type MarginState = 'healthy' | 'liquidatable' | 'bankrupt';

/** What the account is judged to be, in exact numbers; `decision` renders it to the wire. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly scopes: readonly ScopeJudgement[];
}

/** One cross pool or one isolated position. Figures that cannot be judged are null, never left out. */
export interface ScopeJudgement {
  readonly scope: MarginMode;
  /** `cross:USDT`, `isolated:ETHUSDT:net`: the key of its state. */
  readonly key: string;
  /** The asset its figures are in. */
  readonly asset: string;
  readonly contract: string | null;
  readonly side: PositionSide | null;
  readonly equity: Decimal | null;
  readonly accountValue: Decimal | null;
  readonly initialMargin: Decimal | null;
  readonly maintenanceMargin: Decimal | null;
  /** equity ÷ maintenanceMargin, floored at 8 decimals, for display; null where maintenanceMargin is 0 or unknown. */
  readonly marginRatio: Decimal | null;
  readonly state: MarginState | null;
  readonly liquidatable: boolean | null;
  readonly zone: string | null;
  readonly actions: readonly Action[];
  readonly withdrawable: Decimal | null;
  readonly deficit: Decimal | null;
  readonly positions: readonly PositionJudgement[];
  readonly determinedBy: readonly DeterminedBy[];
  readonly indeterminate: readonly Finding[];
  readonly findings: readonly Finding[];
  readonly trace: readonly RuleTrace[] | null;
}

export interface Action {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface DeterminedBy {
  readonly policy: string;
  readonly version: number;
  readonly rule: string;
  readonly sentence: string;
}

export interface RuleTrace {
  readonly policy: string;
  readonly version: number;
  readonly rule: string;
  /** true, false, or null where it could not be judged. */
  readonly result: boolean | null;
  readonly leaves: readonly LeafTrace[];
}

export interface PositionJudgement {
  readonly contract: string;
  readonly side: PositionSide;
  readonly notional: Decimal | null;
  readonly unrealizedPnl: Decimal | null;
  readonly initialMargin: Decimal | null;
  readonly maintenanceMargin: Decimal | null;
  readonly tier: JudgedTier | null;
  readonly liquidationPrice: Decimal | null;
  readonly bankruptcyPrice: Decimal | null;
  /** Cash delta at which closing the whole leg spends exactly its share of equity; in the scope's asset. */
  readonly bankruptcyAmount: Decimal | null;
}

export interface JudgedTier {
  readonly notionalFloor: Decimal | null;
  readonly notionalCap: Decimal | null;
  readonly maintenanceMarginRate: Decimal;
  readonly maintenanceDeduction: Decimal;
}
