import type { MarginState, Outcome } from '../decision/index.ts';
import type { CompiledTrigger, TriggerAction, ZoneJudgement } from '../kinds/liquidation-trigger/index.ts';
import type { ContractBook, Leg, MarginTier } from '../margin/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Finding } from '../problem/index.ts';
import type { ScopeFacts } from '../rules/index.ts';
import type { Resolved } from './compiled-set.ts';
import type { Pool } from './pool.ts';

/** What an account is judged to be, in exact numbers and without a sentence; `render` turns it into a decision. */
export interface AccountJudgement {
  readonly outcome: Outcome;
  readonly pools: readonly PoolJudgement[];
}

export interface PoolJudgement {
  readonly pool: Pool;
  /** Null where the pool cannot be judged: the reasons stand in `indeterminate`. */
  readonly figures: PoolFigures | null;
  readonly positions: readonly PositionJudgement[];
  readonly zone: JudgedZone;
  readonly indeterminate: readonly Finding[];
  readonly findings: readonly Finding[];
}

/** In the pool's asset. */
export interface PoolFigures {
  readonly equity: Decimal;
  readonly accountValue: Decimal;
  /** Null where a rate depends on open interest and that is unknown. */
  readonly initialMargin: Decimal | null;
  readonly maintenanceMargin: Decimal;
  readonly notional: Decimal;
  readonly unrealizedPnl: Decimal;
  readonly withdrawable: Decimal | null;
  readonly deficit: Decimal;
  readonly state: MarginState;
  readonly liquidatable: boolean;
}

/** The zone and what gave it; `judgement` null where no rule was asked. */
export interface JudgedZone {
  readonly zone: string | null;
  readonly actions: readonly TriggerAction[];
  readonly trigger: Resolved<CompiledTrigger>;
  readonly judgement: ZoneJudgement | null;
  readonly facts: ScopeFacts | null;
  readonly previousZone: string | null;
}

/** Notional, pnl and margins in the settlement asset; null where they cannot be judged. */
export interface PositionJudgement {
  readonly leg: Leg;
  readonly book: ContractBook;
  readonly notional: Decimal;
  readonly unrealizedPnl: Decimal;
  readonly initialMargin: Decimal | null;
  readonly maintenanceMargin: Decimal;
  readonly tier: MarginTier;
  readonly liquidationPrice: Decimal | null;
  readonly bankruptcyPrice: Decimal | null;
  /** In the pool's asset. */
  readonly bankruptcyAmount: Decimal | null;
}
