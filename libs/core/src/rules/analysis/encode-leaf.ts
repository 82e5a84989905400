import type { BoundLeaf } from '../bound-condition.ts';
import { isNumeric } from '../fact.ts';
import type { AccountSpace } from './account-space.ts';
import { encodeNumberLeaf } from './encode-number-leaf.ts';
import { encodePlainLeaf } from './encode-plain-leaf.ts';
import type { Truth } from './truth.ts';

/** A leaf as statements that it is true, and that it is false. */
export function encodeLeaf(space: AccountSpace, leaf: BoundLeaf, worse: string | null): Truth {
  return isNumeric(leaf.fact) ? encodeNumberLeaf(space, leaf, worse) : encodePlainLeaf(space, leaf);
}
