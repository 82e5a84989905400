import type { BoundLeaf } from './bound-condition.ts';
import type { FactCatalogue } from '../language/fact.ts';
import { observe } from './observe.ts';
import type { ScopeFacts } from './scope-facts.ts';

/** Names of the facts for which a leaf is unknown; empty where it is known. */
export function unknownFactsOf(leaf: BoundLeaf, facts: ScopeFacts, catalogue: FactCatalogue): string[] {
  const asked = leaf.operand.kind === 'fact' ? [leaf.fact, leaf.operand.fact] : [leaf.fact];
  return asked.flatMap((fact) => {
    const seen = observe(fact, facts, catalogue);
    return seen.kind === 'unknown' ? seen.facts : [];
  });
}
