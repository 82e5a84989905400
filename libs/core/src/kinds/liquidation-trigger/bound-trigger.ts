import { bind, scopeCatalogue } from '../../rules/index.ts';
import type { BoundCondition, Names } from '../../rules/index.ts';
import { areLiquidating, boundRules } from './bound-rules.ts';
import type { BoundRule } from './bound-rules.ts';
import type { TriggerAction, ZoneJudgement } from './compiled-trigger.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** A trigger's rules and exits with their names resolved: what judging, tracing and comparing have in common. */
export interface BoundTrigger {
  readonly names: Names;
  readonly rules: readonly BoundRule[];
  /** By zone, those of zones that a rule gives. */
  readonly exits: ReadonlyMap<string, BoundExit>;
  /** As the document has them. */
  readonly allExits: readonly ExitConditions[];
}

export interface BoundExit {
  readonly zone: string;
  readonly condition: BoundCondition;
  /** Place of the most severe rule of the zone: rules after it are milder. */
  readonly place: number;
  /** The judgement of a scope that the exit keeps in its zone. */
  readonly kept: ZoneJudgement;
}

/** An exit before it is known where its zone's rules stand. */
export type ExitConditions = Pick<BoundExit, 'zone' | 'condition'>;

/** What no rule hits. */
export const HEALTHY: ZoneJudgement = { zone: 'healthy', rule: null, actions: [], unknownFacts: [] };

/** What is done about a scope that cannot be judged: never liquidated, no new risk, somebody told. */
export const ACTIONS_WHERE_UNKNOWN: readonly TriggerAction[] = [
  { type: 'block-new-risk', params: {} },
  { type: 'notify', params: {} },
];

/** The names of a checked document resolved. Throws `InvariantError` for a document that `check` refuses. */
export function bindTrigger(document: LiquidationTriggerDocument): BoundTrigger {
  const names: Names = { facts: scopeCatalogue(document.facts), conditions: document.conditions };
  return assembled(names, boundRules(document, names), boundExits(document, names));
}

/** A trigger of rules in the order in which they are tried, and of exits; an exit of a zone that no rule gives is void. */
export function assembled(
  names: Names,
  rules: readonly BoundRule[],
  allExits: readonly ExitConditions[],
): BoundTrigger {
  const exits = new Map<string, BoundExit>();
  for (const { zone, condition } of allExits) {
    const place = rules.findIndex((rule) => rule.zone === zone);
    const severest = rules[place];
    if (severest === undefined) continue;
    const kept = { zone, rule: `exit of ${zone}`, actions: severest.actions, unknownFacts: [] };
    exits.set(zone, { zone, condition, place, kept });
  }
  return { names, rules, exits, allExits };
}

export function boundExits(document: LiquidationTriggerDocument, names: Names): ExitConditions[] {
  return document.exits.map(({ zone, conditions }, at) => {
    return { zone, condition: bind(conditions, `/exits/${String(at)}/conditions`, names) };
  });
}

/**
 * The exit that a scope must pass to be where the rule at `place` puts it: that of its previous zone, where the
 * rule is milder. Past the last place stands the built-in `healthy`. A rule that liquidates is never milder than a
 * zone that does not, wherever it stands: no exit keeps a scope from liquidation.
 */
export function exitAsked(trigger: BoundTrigger, place: number, previousZone: string | null): BoundExit | null {
  const exit = previousZone === null ? undefined : trigger.exits.get(previousZone);
  if (exit === undefined || place <= exit.place) return null;
  const rule = trigger.rules[place];
  if (rule === undefined) return exit;
  const isMilder = rule.zone !== exit.zone && (areLiquidating(exit.kept.actions) || !areLiquidating(rule.actions));
  return isMilder ? exit : null;
}
