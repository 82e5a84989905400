import type { BoundCondition, BoundLeaf } from '../bound-condition.ts';
import { FALSE, negated, TRUE } from '../verdict.ts';
import type { Verdict } from '../verdict.ts';
import { alternativesOf } from './alternatives.ts';
import { narrowed } from './region.ts';
import type { Region } from './region.ts';

/** How many ways leaves may still come out before a question is given up as too large. */
export interface Budget {
  left: number;
}

/** One way in which conditions come out, and the accounts on which they do. */
export interface Branch {
  readonly verdict: Verdict;
  readonly region: Region;
}

/** As `Branch`, with the place of the first condition of a list that is not false; null where all are false. */
export interface ListBranch extends Branch {
  readonly at: number | null;
}

/** Whether the conditions from a place on need not be followed on a region: its caller knows what comes of them. */
export type Settled = (region: Region, at: number) => boolean;

/**
 * Every way in which the first condition that is not false decides, depth first. The regions cover all accounts of
 * `region` but those that `isSettled` spares, unless the budget runs out, which then stands at 0.
 */
export function* exploreList(
  conditions: readonly BoundCondition[],
  region: Region,
  budget: Budget,
  isSettled: Settled = () => false,
  at = 0,
): Generator<ListBranch> {
  if (isSettled(region, at)) return;
  const condition = conditions[at];
  if (condition === undefined) {
    yield { at: null, verdict: FALSE, region };
    return;
  }
  for (const branch of explore(condition, region, budget)) {
    if (branch.verdict === FALSE) yield* exploreList(conditions, branch.region, budget, isSettled, at + 1);
    else yield { at, ...branch };
  }
}

/** Every way in which one condition comes out; covers `region` as `exploreList` does. */
export function* explore(condition: BoundCondition, region: Region, budget: Budget): Generator<Branch> {
  switch (condition.kind) {
    case 'leaf':
      yield* exploreLeaf(condition, region, budget);
      return;
    case 'not':
      for (const { verdict, region: part } of explore(condition.part, region, budget)) {
        yield { verdict: negated(verdict), region: part };
      }
      return;
    case 'all':
      yield* exploreParts(condition.parts, { verdict: TRUE, region }, true, budget);
      return;
    case 'any':
      yield* exploreParts(condition.parts, { verdict: FALSE, region }, false, budget);
  }
}

function* exploreParts(
  parts: readonly BoundCondition[],
  found: Branch,
  isAll: boolean,
  budget: Budget,
): Generator<Branch> {
  const [part, ...rest] = parts;
  if (part === undefined || found.verdict === (isAll ? FALSE : TRUE)) {
    yield found;
    return;
  }
  for (const { verdict, region } of explore(part, found.region, budget)) {
    const isStronger = isAll ? verdict < found.verdict : verdict > found.verdict;
    yield* exploreParts(rest, { verdict: isStronger ? verdict : found.verdict, region }, isAll, budget);
  }
}

function* exploreLeaf(leaf: BoundLeaf, region: Region, budget: Budget): Generator<Branch> {
  const known = region.verdicts.get(leaf.key);
  if (known !== undefined) {
    yield { verdict: known, region };
    return;
  }
  const branches: Branch[] = [];
  for (const alternative of alternativesOf(leaf)) {
    if (budget.left <= 0) return;
    budget.left -= 1;
    const part = narrowed(region, alternative);
    if (part !== null) branches.push({ verdict: alternative.verdict, region: part });
  }
  const [first] = branches;
  // Where the leaf can only come out one way, nothing is learned by splitting.
  const isOneWay = first !== undefined && branches.every(({ verdict }) => verdict === first.verdict);
  for (const { verdict, region: part } of isOneWay ? [{ verdict: first.verdict, region }] : branches) {
    yield { verdict, region: { ...part, verdicts: new Map(part.verdicts).set(leaf.key, verdict) } };
  }
}
