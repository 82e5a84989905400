import { factName, factsAskedBy } from '../../rules/index.ts';
import type { CatalogueFact, FactReference } from '../../rules/index.ts';
import { worstEffect } from '../../policy/index.ts';
import type { Effect } from '../../policy/index.ts';
import { bindTrigger } from './bound-trigger.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { effectOf } from './compare-triggers.ts';
import type { TriggerAction } from './compiled-trigger.ts';
import { isSame } from './edit.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** The parts of a declaration that decide whether a value is believed and what it is compared with. */
const DECIDING = ['type', 'unit', 'minimum', 'maximum', 'values', 'numerator', 'denominator', 'ageMaxSeconds'] as const;

/**
 * The declared facts that two bindable documents ask for and believe otherwise, by name, with the worst that may come
 * of it: a condition may come out either way; an action that passes a value on may pass on another.
 *
 * Of a structured fact only the parts that are asked for matter, each of which is read by itself.
 */
export function factsDeclaredOtherwise(
  before: LiquidationTriggerDocument,
  after: LiquidationTriggerDocument,
): ReadonlyMap<string, Effect> {
  const [then, now] = [bindTrigger(before), bindTrigger(after)];
  const found = new Map<string, Effect>();
  for (const [name, effect] of [...askedBy(then), ...askedBy(now)]) {
    const [old, next] = [then.names.facts.get(name), now.names.facts.get(name)];
    if (old === undefined || next === undefined || !isBelievedOtherwise(old, next)) continue;
    const declared = old.within?.fact ?? old.name;
    found.set(declared, worstEffect([found.get(declared) ?? 'none', effect]));
  }
  return found;
}

/** Names of facts that a trigger asks for, parts by path, each with the worst that another value may do. */
function askedBy({ rules, exits, names: { facts } }: BoundTrigger): (readonly [string, Effect])[] {
  const conditions = [...rules, ...exits.values()].map(({ condition }) => condition);
  const compared = factsAskedBy(conditions, facts).map(({ name }) => [name, 'can-liquidate'] as const);
  const passedOn = rules.flatMap(({ actions }) =>
    actions.flatMap((action) => {
      const effect = effectOf([{ ...action, params: {} }], [action]);
      return factsPassedOn(action).flatMap((name) => withParts(facts.get(name)).map((part) => [part, effect] as const));
    }),
  );
  return [...compared, ...passedOn];
}

function factsPassedOn({ params }: TriggerAction): string[] {
  return Object.values(params).flatMap((value) =>
    typeof value === 'object' && value !== null && 'fact' in value ? [factName(value as FactReference)] : [],
  );
}

/** The name of a fact, and those of what it divides where it is a ratio. */
function withParts(fact: CatalogueFact | undefined): string[] {
  return [fact?.name, fact?.numerator, fact?.denominator].flatMap((name) => name ?? []);
}

function isBelievedOtherwise(old: CatalogueFact, next: CatalogueFact): boolean {
  return DECIDING.some((part) => !isSame(old[part], next[part]));
}
