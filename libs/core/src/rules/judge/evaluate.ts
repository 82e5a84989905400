import type { BoundCondition, BoundLeaf } from './bound-condition.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { FALSE, negated, TRUE, UNKNOWN } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/** The verdict on a bound condition by plain recursion over every part: the obvious twin of a program. */
export function evaluate(condition: BoundCondition, facts: ScopeFacts): Verdict {
  switch (condition.kind) {
    case 'leaf':
      return condition.test(facts);
    case 'not':
      return negated(evaluate(condition.part, facts));
    case 'all':
      return extreme(condition.parts, facts, TRUE, (verdict, found) => verdict < found);
    case 'any':
      return extreme(condition.parts, facts, FALSE, (verdict, found) => verdict > found);
  }
}

/**
 * The leaves that made a condition what it is: of an `all` that is false the first false part, of an `any` that is
 * true the first true part, otherwise every part with the verdict of the whole.
 */
export function determiningLeaves(condition: BoundCondition, facts: ScopeFacts): BoundLeaf[] {
  if (condition.kind === 'leaf') return [condition];
  if (condition.kind === 'not') return determiningLeaves(condition.part, facts);
  const verdict = evaluate(condition, facts);
  const parts = condition.parts.filter((part) => evaluate(part, facts) === verdict);
  const isSettledByOne = verdict !== UNKNOWN && (condition.kind === 'all') === (verdict === FALSE);
  return (isSettledByOne ? parts.slice(0, 1) : parts).flatMap((part) => determiningLeaves(part, facts));
}

function extreme(
  parts: readonly BoundCondition[],
  facts: ScopeFacts,
  neutral: Verdict,
  isStronger: (verdict: Verdict, found: Verdict) => boolean,
): Verdict {
  let found = neutral;
  for (const part of parts) {
    const verdict = evaluate(part, facts);
    if (isStronger(verdict, found)) found = verdict;
  }
  return found;
}
