import type { LeafTrace } from '../rules/index.ts';
import type { MarginMode, PositionSide } from '../venue/index.ts';

/**
 * What an account was judged to be: plain JSON, amounts as canonical decimal text, exactly as it is answered, logged and
 * replayed. The same question under the same rules has the same bytes on every machine.
 */
export interface Decision {
  readonly decisionId: string;
  readonly asOf: string;
  readonly policySet: { readonly hash: string; readonly versions: readonly VersionReference[] };
  readonly inputHash: string;
  readonly outcome: Outcome;
  readonly scopes: readonly ScopeDecision[];
}

/** `breach` if any scope is certainly in a liquidating or `deficit` zone; else `indeterminate` if any is; else `pass`. */
export type Outcome = 'pass' | 'breach' | 'indeterminate';

/** By comparison alone: bankrupt iff accountValue < 0; else liquidatable iff maintenanceMargin > 0 and equity below it. */
export type MarginState = 'healthy' | 'liquidatable' | 'bankrupt';

export interface VersionReference {
  /** `<kind>.<key>`. */
  readonly policy: string;
  readonly version: number;
}

/** One cross pool or one isolated position; figures in `asset`, null where they could not be judged. */
export interface ScopeDecision {
  readonly scope: MarginMode;
  /** Only of an isolated scope. */
  readonly contract?: string;
  readonly side?: PositionSide;
  readonly asset: string;
  readonly equity: string | null;
  readonly accountValue: string | null;
  readonly initialMargin: string | null;
  readonly maintenanceMargin: string | null;
  readonly marginRatio: string | null;
  readonly state: MarginState | null;
  readonly liquidatable: boolean | null;
  readonly zone: string | null;
  readonly actions: readonly ActionDecision[];
  readonly withdrawable: string | null;
  readonly deficit: string | null;
  readonly positions: readonly PositionDecision[];
  readonly determinedBy: readonly DeterminedBy[];
  readonly indeterminate: readonly FindingDecision[];
  readonly findings: readonly FindingDecision[];
  /** Only where it was asked for. */
  readonly trace?: readonly RuleTrace[];
}

export interface ActionDecision {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Notional, pnl and margins in `asset`, the contract's settlement asset; `bankruptcyAmount` in the scope's asset. */
export interface PositionDecision {
  readonly contract: string;
  readonly side: PositionSide;
  readonly asset: string;
  readonly notional: string | null;
  readonly unrealizedPnl: string | null;
  readonly initialMargin: string | null;
  readonly maintenanceMargin: string | null;
  readonly tier: TierDecision | null;
  readonly liquidationPrice: string | null;
  readonly bankruptcyPrice: string | null;
  readonly bankruptcyAmount: string | null;
}

/** Of a ladder over size the borders stand in `sizeFloor` and `sizeCap`, and the notional ones are null. */
export interface TierDecision {
  readonly notionalFloor: string | null;
  readonly notionalCap: string | null;
  readonly sizeFloor?: string;
  readonly sizeCap?: string | null;
  readonly maintenanceMarginRate: string;
  readonly maintenanceDeduction: string;
}

export interface DeterminedBy extends VersionReference {
  readonly rule: string;
  readonly sentence: string;
}

export interface FindingDecision {
  readonly code: string;
  readonly contract: string | null;
  readonly asset: string | null;
  readonly values: Readonly<Record<string, string | null>>;
  readonly sentence: string;
}

export interface RuleTrace extends VersionReference {
  readonly rule: string;
  readonly result: boolean | null;
  readonly leaves: readonly LeafTrace[];
}
