import { conditionText, explore, FALSE } from '../../rules/index.ts';
import type { Budget, Region } from '../../rules/index.ts';
import type { BoundRule } from './bound-rules.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import { isSame } from './edit.ts';

/** More changed rules than this: following each of them by itself costs more than following everything once. */
const CHANGED_MAX = 3;

/**
 * The accounts that two triggers can judge differently. Where both have the same rules in the same order but for
 * some, and the exit of the previous zone is the same, only accounts on which one of those rules is not false; where
 * one rule has other conditions and nothing else differs, only accounts on which those come out otherwise.
 */
export function* differingRegions(
  before: BoundTrigger,
  after: BoundTrigger,
  previousZone: string | null,
  all: Region,
  budget: Budget,
): Generator<Region> {
  const [added, dropped] = [missingFrom(after.rules, before.rules), missingFrom(before.rules, after.rules)];
  const changed = [...added, ...dropped];
  const isSameOtherwise =
    keptKeys(before, after) === keptKeys(after, before) &&
    exitText(before, previousZone) === exitText(after, previousZone);
  if (!isSameOtherwise || changed.length > CHANGED_MAX) {
    yield all;
    return;
  }
  const [now, then] = [added[0], dropped[0]];
  if (now !== undefined && then !== undefined && changed.length === 2 && doAlike(before, after, then, now)) {
    yield* disagreements(then, now, all, budget);
    return;
  }
  for (const { condition } of changed) {
    for (const { verdict, region } of explore(condition, all, budget)) {
      if (verdict !== FALSE) yield region;
    }
  }
}

/** Whether two rules stand in the same place and ask for the same, so that only their conditions can matter. */
function doAlike(before: BoundTrigger, after: BoundTrigger, then: BoundRule, now: BoundRule): boolean {
  const isSamePlace = before.rules.indexOf(then) === after.rules.indexOf(now);
  return isSamePlace && then.zone === now.zone && isSame(then.actions, now.actions);
}

/** The accounts on which two rules come out otherwise. */
function* disagreements(then: BoundRule, now: BoundRule, all: Region, budget: Budget): Generator<Region> {
  for (const one of explore(now.condition, all, budget)) {
    for (const { verdict, region } of explore(then.condition, one.region, budget)) {
      if (verdict !== one.verdict) yield region;
    }
  }
}

function missingFrom(rules: readonly BoundRule[], others: readonly BoundRule[]): BoundRule[] {
  return rules.filter(({ key }) => others.every((other) => other.key !== key));
}

function keptKeys(one: BoundTrigger, other: BoundTrigger): string {
  const kept = one.rules.filter(({ key }) => other.rules.some((rule) => rule.key === key));
  return kept.map(({ key }) => key).join('\n');
}

/** What an exit asks, and after which rule a scope is milder. */
function exitText(trigger: BoundTrigger, previousZone: string | null): string {
  const exit = previousZone === null ? undefined : trigger.exits.get(previousZone);
  return exit === undefined ? '' : `${conditionText(exit.condition)} ${trigger.rules[exit.place]?.key ?? ''}`;
}
