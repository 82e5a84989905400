import type { Difference } from '../../policy/index.ts';
import type { FactDeclaration } from '../../rules/index.ts';
import { factsAskedBy } from '../../rules/index.ts';
import { bindTrigger } from './bound-trigger.ts';
import { isBindable } from './check.ts';
import { isSame, textOf } from './edit.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** The parts of a declaration that decide whether a value is believed and what it is compared with. */
const DECIDING = [
  'type',
  'unit',
  'minimum',
  'maximum',
  'values',
  'numerator',
  'denominator',
  'fields',
  'ageMaxSeconds',
] as const;

/**
 * Differences of declared facts, by name. A fact that comes or goes does nothing by itself: the rules that ask for
 * it differ too. A fact that is asked for and believed otherwise may come out either way, so it counts as the worst.
 */
export function diffFacts(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Difference[] {
  const names = [...new Set([...before.facts, ...after.facts].map(({ name }) => name))];
  return names.flatMap((name) => {
    const old = before.facts.find((fact) => fact.name === name);
    const next = after.facts.find((fact) => fact.name === name);
    if (isSame(old, next)) return [];
    const path = `/facts/name=${name}`;
    const texts = { before: textOf(old), after: textOf(next) };
    if (old === undefined || next === undefined) {
      const sentence = `Fact \`${name}\` is ${old === undefined ? 'declared' : 'no longer declared'}.`;
      return [{ path, ...texts, effect: 'none', sentence }];
    }
    const decides = isBelievedOtherwise(old, next) && (asks(before, name) || asks(after, name));
    const sentence = `Fact \`${name}\` is declared otherwise${decides ? ', and rules ask for it' : ''}.`;
    return [{ path, ...texts, effect: decides ? 'can-liquidate' : 'none', sentence }];
  });
}

/** Names of the facts that are asked for and that two documents believe otherwise. */
export function factsDeclaredOtherwise(
  before: LiquidationTriggerDocument,
  after: LiquidationTriggerDocument,
): string[] {
  return before.facts.flatMap((old) => {
    const next = after.facts.find(({ name }) => name === old.name);
    if (next === undefined || !isBelievedOtherwise(old, next)) return [];
    return asks(before, old.name) || asks(after, old.name) ? [old.name] : [];
  });
}

function isBelievedOtherwise(old: FactDeclaration, next: FactDeclaration): boolean {
  return DECIDING.some((part) => !isSame(old[part], next[part]));
}

function asks(document: LiquidationTriggerDocument, name: string): boolean {
  if (!isBindable(document)) return true;
  const { rules, exits, names } = bindTrigger(document);
  const conditions = [...rules, ...exits.values()].map(({ condition }) => condition);
  return factsAskedBy(conditions, names.facts).some((fact) => fact.name === name);
}
