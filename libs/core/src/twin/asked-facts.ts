import type { ListedRule, Names } from '../rules/index.ts';
import { placedLeaves } from './placed-leaves.ts';

/** Names of the facts that a rule list asks for, on either side of its comparisons. */
export function askedFacts(list: readonly ListedRule[], names: Names): ReadonlySet<string> {
  const asked = list.flatMap(({ conditions }) =>
    placedLeaves(conditions, '', names).flatMap(({ leaf: { fact, value } }) =>
      typeof value === 'object' && 'fact' in value ? [fact, value.fact] : [fact],
    ),
  );
  return new Set(asked);
}
