import type { Difference, Effect } from '../../policy/index.ts';
import { isBindable } from './check.ts';
import { isSame, textOf } from './edit.ts';
import { factsDeclaredOtherwise } from './facts-declared-otherwise.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/**
 * Differences of declared facts, by name. A fact that comes or goes does nothing by itself: the rules that ask for
 * it differ too. A fact that conditions ask for and that is believed otherwise may come out either way, so it counts
 * as the worst; so does every fact declared otherwise where names mean nothing and it is not known who asks.
 */
export function diffFacts(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Difference[] {
  const names = [...new Set([...before.facts, ...after.facts].map(({ name }) => name))];
  const isKnown = isBindable(before) && isBindable(after);
  const otherwise = isKnown ? factsDeclaredOtherwise(before, after) : null;
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
    const effect: Effect | undefined = otherwise === null ? 'can-liquidate' : otherwise.get(name);
    const sentence = `Fact \`${name}\` is declared otherwise${effect === undefined ? '' : ', and rules ask for it'}.`;
    return [{ path, ...texts, effect: effect ?? 'none', sentence }];
  });
}
