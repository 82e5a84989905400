import type { Decimal } from '../../num/index.ts';
import type { LeafTrace, ScopeFacts } from '../../rules/index.ts';
import type { Instant } from '../../venue/index.ts';

/** A liquidation trigger ready to judge: synchronous, re-entrant, without state of its own. */
export interface CompiledTrigger {
  /** Oldest a mark price may be, in milliseconds; null = no limit. */
  readonly markAgeMaxMilliseconds: number | null;
  /** Largest |mark ÷ reference − 1|; a mark outside it is bad. Null = no limit. */
  readonly markBand: MarkBand | null;
  /** Contracts whose liquidation is on hold: `from` inclusive, `until` exclusive. */
  readonly holds: readonly Hold[];
  readonly hasExits: boolean;
  /** Whether a zone gives positions to the fund. */
  readonly takesOver: boolean;
  /** Whether the actions of a zone include `plan-liquidation` or `takeover`; false for a zone that no rule gives. */
  isLiquidating(zone: string): boolean;
  /**
   * The zone of a scope whose maintenance margin is above zero (at zero no rule is asked: the caller answers).
   * `previousZone` null = no history, so enter thresholds apply. Facts that the actions ask for stand in them.
   */
  judge(facts: ScopeFacts, previousZone: string | null): ZoneJudgement;
  /** One sentence naming observed value, limit and the relation that holds, for the leaves that determined it. */
  sentence(judgement: ZoneJudgement, facts: ScopeFacts): string;
  /** Every rule tried, in the order tried, the deciding one last; then the exit (`exit of <zone>`) where it was asked. */
  trace(facts: ScopeFacts, previousZone: string | null): readonly TriedRule[];
}

export interface ZoneJudgement {
  /** Null = indeterminate: the first rule that is not false is unknown. */
  readonly zone: string | null;
  /** The deciding rule, `exit of <zone>` where an exit kept the scope in its zone, null for the built-in `healthy`. */
  readonly rule: string | null;
  readonly actions: readonly TriggerAction[];
  /** Names of the facts that made it unknown; empty where the zone is known. */
  readonly unknownFacts: readonly string[];
}

export interface TriggerAction {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export interface MarkBand {
  readonly indexDeviationMax: Decimal | null;
  readonly lastGoodDeviationMax: Decimal | null;
}

export interface Hold {
  readonly contract: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly reason: string;
}

export interface TriedRule {
  readonly rule: string;
  /** True, false, or null where it could not be judged. */
  readonly result: boolean | null;
  readonly leaves: readonly LeafTrace[];
}
