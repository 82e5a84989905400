import type { VersionReference } from '../decision/index.ts';
import type { MarginMode, PositionSide } from '../venue/index.ts';

/**
 * What is to be done to an account, step by step: plain JSON, amounts as canonical decimal text, exactly as it is answered,
 * logged and replayed. The same question under the same rules has the same bytes on every machine.
 */
export interface LiquidationPlan {
  readonly planId: string;
  readonly asOf: string;
  readonly policySet: { readonly hash: string; readonly versions: readonly VersionReference[] };
  readonly inputHash: string;
  /** The decision that the plan begins with. */
  readonly decisionId: string;
  /** Most steps that a scope is planned for. */
  readonly stepsMax: number;
  /** Each scope by itself, from the account as it is. */
  readonly scopes: readonly ScopePlan[];
}

/** Of one cross pool or one isolated position; figures in `asset`. */
export interface ScopePlan {
  readonly scope: MarginMode;
  /** Only of an isolated scope. */
  readonly contract?: string;
  readonly side?: PositionSide;
  readonly asset: string;
  /** Null where the scope cannot be judged. */
  readonly before: PlannedState | null;
  readonly steps: readonly PlanStep[];
  readonly end: PlanEnd;
}

/** A scope as the judge finds it. */
export interface PlannedState {
  readonly equity: string;
  readonly accountValue: string;
  readonly maintenanceMargin: string;
  /** Null where a rate depends on open interest and that is unknown. */
  readonly initialMargin: string | null;
  /** Null where it cannot be judged. */
  readonly zone: string | null;
}

export type PlanStep = CancelStep | ConvertStep | ReduceStep | TakeoverStep;

/** All open orders of the scope. */
export interface CancelStep {
  readonly type: 'cancel-orders';
  readonly orders: number;
  readonly after: PlannedState;
}

/** A sale of collateral for what is owed. */
export interface ConvertStep {
  readonly type: 'convert-collateral';
  readonly sold: string;
  readonly soldAmount: string;
  readonly bought: string;
  readonly boughtAmount: string;
  /** Share of the realizable price that the sale costs. */
  readonly discount: string;
  readonly after: PlannedState;
}

interface PartStep {
  readonly contract: string;
  /** Of the position. */
  readonly side: PositionSide;
  /** Contracts, > 0. */
  readonly size: string;
  /** Contracts left, signed as the position is. */
  readonly sizeLeft: string;
  readonly settlementAsset: string;
  /** At the mark. */
  readonly notional: string;
  /** Cash delta, + is received by the account, at which the part's share of equity is spent exactly once. */
  readonly bankruptcyAmount: string;
}

/** An order in the market. The plan goes on from the state that the assumed fill leaves. */
export interface ReduceStep extends PartStep {
  readonly type: 'reduce';
  readonly order: 'buy' | 'sell';
  /** What decided the size. */
  readonly sizeBy: string;
  /** Worst price, on the tick grid; null where no price is too bad. */
  readonly limitPrice: string | null;
  readonly atMark: PlannedFill;
  readonly atLimit: PlannedFill;
  readonly assumed: PlannedFill;
}

/** The position goes to the fund's own account, which pays the bankruptcy amount for it (or is paid, where it is below 0). */
export interface TakeoverStep extends PartStep {
  readonly type: 'takeover';
  /** Why no order is placed. */
  readonly reason: 'zone' | 'limit-out-of-reach';
  readonly after: PlannedState;
}

/** What a fill brings and takes; `cash` in the scope's asset, fees and surplus in the settlement asset. */
export interface PlannedFill {
  readonly cash: string;
  readonly fee: string;
  readonly fundFee: string;
  /** What goes to the fund beside; 0 where the account keeps it. */
  readonly surplus: string;
  readonly after: PlannedState;
}

export type EndReason =
  | 'not-liquidating'
  | 'no-policy'
  | 'on-hold'
  | 'indeterminate'
  | 'restored'
  | 'nothing-left'
  | 'cooldown'
  | 'interval'
  | 'limit-out-of-reach'
  | 'steps-max';

/** Why a scope's plan has no further step. */
export interface PlanEnd {
  readonly reason: EndReason;
  readonly sentence: string;
  /** When it may go on; only where it waits. */
  readonly resumesAt: string | null;
  /** What is missing once no position is left and collateral is converted, at the assumed fills; else 0. */
  readonly deficit: string;
}
