import type { BoundLeaf } from '../../judge/bound-condition.ts';
import { isNumeric } from '../../language/fact.ts';
import type { AccountSpace } from './account-space.ts';
import { factsAskedBy } from '../facts-asked-by.ts';
import { encodeNumberLeaf } from './encode-number-leaf.ts';
import { encodePlainLeaf } from './encode-plain-leaf.ts';
import type { Truth } from './truth.ts';

/** A leaf as statements that it is true, and that it is false; the same for leaves that ask the same. */
export function encodeLeaf(space: AccountSpace, leaf: BoundLeaf, worse: string | null): Truth {
  const key = JSON.stringify([worse, leaf.key]);
  const known = space.truths.get(key);
  if (known !== undefined) return known;
  const truth = isNumeric(leaf.fact) ? encodeNumberLeaf(space, leaf, worse) : encodePlainLeaf(space, leaf);
  space.truths.set(key, truth);
  for (const fact of factsAskedBy([leaf], space.catalogue)) space.asked.set(fact.name, fact);
  return truth;
}
