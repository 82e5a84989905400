import { factName } from '../rules/index.ts';
import type { ListedRule, Names } from '../rules/index.ts';
import { placedLeaves } from './placed-leaves.ts';

/** Names of the facts that a rule list asks for, on either side of its comparisons; parts of structured facts by path. */
export function askedFacts(list: readonly ListedRule[], names: Names): ReadonlySet<string> {
  const asked = list.flatMap(({ conditions }) =>
    placedLeaves(conditions, '', names).flatMap(({ leaf }) =>
      typeof leaf.value === 'object' && 'fact' in leaf.value
        ? [factName(leaf), factName(leaf.value)]
        : [factName(leaf)],
    ),
  );
  return new Set(asked);
}
