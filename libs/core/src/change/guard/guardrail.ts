import type { Decimal } from '../../num/index.ts';
import type { Effect } from '../../policy/index.ts';
import type { Instant } from '../../venue/index.ts';

/** The kind whose policies bound all others. */
export const GUARDRAIL_KIND = 'change-guardrail';

/** What bounds changes to other policies, compiled. */
export interface Guardrail {
  readonly limits: readonly MoveLimit[];
  readonly envelopes: readonly Envelope[];
  /** One per effect. */
  readonly requirements: ReadonlyMap<Effect, EffectRequirement>;
  readonly impacts: readonly ImpactRequirement[];
  /** A parameter that moves by more than this factor takes one more approver; > 1. */
  readonly magnitudeFactor: Decimal;
  readonly freezes: readonly Freeze[];
  /** Null = an approval always counts. */
  readonly approvalAgeMaxSeconds: number | null;
  /** Age of the book behind an impact from which it must be refreshed. */
  readonly evidenceAgeMaxSeconds: number;
  /** Moves of all prices at once under which impact is worked out, beside none, as shares above -1; ascending. */
  readonly impactShocks: readonly Decimal[];
  /** How long an emergency stands unless it is confirmed. */
  readonly emergencyExpirySeconds: number;
  /** How long a harmless revert is always allowed. */
  readonly revertWindowSeconds: number;
}

/** How far a parameter may move in one change. Null = no bound on that side. */
export interface MoveLimit {
  readonly kind: string;
  /** Pointer of the parameter by row identity, `*` for any row. */
  readonly path: string;
  readonly rise: MoveBound;
  readonly fall: MoveBound;
  /** Least time since the version in force took effect, in seconds. */
  readonly intervalMinSeconds: number | null;
}

export interface MoveBound {
  /** Of the value before: 0.25 lets 100 become 125 or 75. */
  readonly relativeMax: Decimal | null;
  /** In the unit of the parameter. */
  readonly absoluteMax: Decimal | null;
}

/** How far an outcome of all parameters together may move in one change. */
export interface Envelope {
  readonly kind: string;
  /** Name of the outcome, as the kind measures it. */
  readonly outcome: string;
  readonly rise: MoveBound;
  readonly fall: MoveBound;
}

/** What a change of an effect takes. */
export interface EffectRequirement {
  readonly approvals: number;
  readonly roles: readonly string[];
  readonly noticeSeconds: number;
}

/** What a change takes that makes so many accounts liquidatable without a price having moved. */
export interface ImpactRequirement extends EffectRequirement {
  /** More accounts than this. */
  readonly newlyLiquidatableAbove: number;
}

/** A time in which nothing of certain effects may take effect. */
export interface Freeze {
  readonly from: Instant;
  /** Exclusive. */
  readonly until: Instant;
  readonly effects: readonly Effect[];
  readonly reason: string;
}
