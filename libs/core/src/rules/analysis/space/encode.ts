import type { BoundCondition } from '../../judge/bound-condition.ts';
import type { AccountSpace } from './account-space.ts';
import { encodeLeaf } from './encode-leaf.ts';
import { allOf, anyOf } from '../search/gates.ts';
import type { Truth } from './truth.ts';

/**
 * A condition as statements about an account of a space, in strong Kleene logic. `worse` is the fact, if any, that the
 * account is to have a lower value of: the condition is then that of the worse account.
 */
export function encode(space: AccountSpace, condition: BoundCondition, worse: string | null = null): Truth {
  const known = worse === null ? space.encoded.get(condition) : undefined;
  if (known !== undefined) return known;
  const truth = encoded(space, condition, worse);
  if (worse === null) space.encoded.set(condition, truth);
  return truth;
}

function encoded(space: AccountSpace, condition: BoundCondition, worse: string | null): Truth {
  switch (condition.kind) {
    case 'leaf':
      return encodeLeaf(space, condition, worse);
    case 'not': {
      const { yes, no } = encode(space, condition.part, worse);
      return { yes: no, no: yes };
    }
    case 'all':
    case 'any': {
      const parts = condition.parts.map((part) => encode(space, part, worse));
      const [yes, no] = [parts.map((part) => part.yes), parts.map((part) => part.no)];
      return condition.kind === 'all'
        ? { yes: allOf(space.gates, yes), no: anyOf(space.gates, no) }
        : { yes: anyOf(space.gates, yes), no: allOf(space.gates, no) };
    }
  }
}
