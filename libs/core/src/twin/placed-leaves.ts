import { InvariantError } from '../num/index.ts';
import type { Condition, Leaf, Names } from '../rules/index.ts';

/** A leaf and the JSON pointer at which the document defines it. */
export interface PlacedLeaf {
  readonly pointer: string;
  readonly leaf: Leaf;
}

/**
 * The leaves of a condition that stands at `pointer`, from left to right, a named condition's at each place where it
 * is used. The document must have been checked: names lead somewhere and never in a circle.
 */
export function placedLeaves(condition: Condition, pointer: string, names: Names): PlacedLeaf[] {
  if ('fact' in condition) return [{ pointer, leaf: condition }];
  if ('not' in condition) return placedLeaves(condition.not, `${pointer}/not`, names);
  if ('condition' in condition) {
    const named = Object.hasOwn(names.conditions, condition.condition)
      ? names.conditions[condition.condition]
      : undefined;
    if (named === undefined) throw new InvariantError(`no condition ${condition.condition}`);
    return placedLeaves(named, `/conditions/${condition.condition}`, names);
  }
  const [key, parts] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  return parts.flatMap((part, at) => placedLeaves(part, `${pointer}/${key}/${String(at)}`, names));
}
