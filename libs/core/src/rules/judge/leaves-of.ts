import type { BoundCondition, BoundLeaf } from './bound-condition.ts';

/** The leaves of a bound condition from left to right; a named condition's at each place where it is used. */
export function leavesOf(condition: BoundCondition): BoundLeaf[] {
  if (condition.kind === 'leaf') return [condition];
  return condition.kind === 'not' ? leavesOf(condition.part) : condition.parts.flatMap(leavesOf);
}
