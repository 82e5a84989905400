import type { BoundCondition, BoundLeaf } from '../bound-condition.ts';
import { FALSE, negated, TRUE, UNKNOWN } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { alternativesOf } from './alternatives.ts';
import type { Budget } from './explore.ts';
import { narrowed } from './region.ts';
import type { Region } from './region.ts';

/**
 * The verdicts that a condition may come to on a region, every leaf taken by itself: quick, and never too few, but
 * maybe too many where leaves depend on one another or the budget has run out. What it rules out is ruled out.
 */
export function possibleVerdicts(condition: BoundCondition, region: Region, budget: Budget): ReadonlySet<Verdict> {
  switch (condition.kind) {
    case 'leaf':
      return possibleOfLeaf(condition, region, budget);
    case 'not':
      return new Set([...possibleVerdicts(condition.part, region, budget)].map(negated));
    case 'all':
      return extremes(condition.parts, TRUE, (a, b) => (a < b ? a : b));
    case 'any':
      return extremes(condition.parts, FALSE, (a, b) => (a > b ? a : b));
  }

  function extremes(
    parts: readonly BoundCondition[],
    neutral: Verdict,
    stronger: (a: Verdict, b: Verdict) => Verdict,
  ): ReadonlySet<Verdict> {
    let found: ReadonlySet<Verdict> = new Set([neutral]);
    for (const part of parts) {
      const possible = possibleVerdicts(part, region, budget);
      found = new Set([...found].flatMap((known) => [...possible].map((verdict) => stronger(known, verdict))));
    }
    return found;
  }
}

function possibleOfLeaf(leaf: BoundLeaf, region: Region, budget: Budget): ReadonlySet<Verdict> {
  const known = region.verdicts.get(leaf.key);
  if (known !== undefined) return new Set([known]);
  const verdicts = new Set<Verdict>();
  for (const alternative of alternativesOf(leaf)) {
    if (budget.left <= 0) return new Set([FALSE, UNKNOWN, TRUE]);
    budget.left -= 1;
    if (narrowed(region, alternative) !== null) verdicts.add(alternative.verdict);
  }
  return verdicts;
}
