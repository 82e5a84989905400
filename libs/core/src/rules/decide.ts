import type { BoundCondition, LeafTest } from './bound-condition.ts';
import { FALSE, negated, TRUE } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/**
 * A bound condition as one closure for the deciding path: strong Kleene logic, left to right, stopping as soon as
 * the outcome stands. Allocates nothing beyond what exact comparison needs.
 */
export function decider(condition: BoundCondition): LeafTest {
  switch (condition.kind) {
    case 'leaf':
      return condition.test;
    case 'not': {
      const part = decider(condition.part);
      return (facts) => negated(part(facts));
    }
    case 'all':
      return listDecider(condition.parts.map(decider), TRUE);
    case 'any':
      return listDecider(condition.parts.map(decider), FALSE);
  }
}

/** `all` (neutral TRUE: the minimum) or `any` (neutral FALSE: the maximum). */
function listDecider(parts: readonly LeafTest[], neutral: Verdict): LeafTest {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  const isAll = neutral === TRUE;
  const settled = isAll ? FALSE : TRUE;
  return (facts) => {
    let found: Verdict = neutral;
    for (const part of parts) {
      const verdict = part(facts);
      if (verdict === settled) return settled;
      if (isAll ? verdict < found : verdict > found) found = verdict;
    }
    return found;
  };
}
