import { conditionText, explore, FALSE } from '../../rules/index.ts';
import type { Budget, Region } from '../../rules/index.ts';
import type { BoundRule } from './bound-rules.ts';
import type { BoundTrigger } from './bound-trigger.ts';

/** More changed rules than this: following each of them by itself costs more than following everything once. */
const CHANGED_MAX = 3;

/**
 * The accounts that two triggers can judge differently. Where both have the same rules in the same order but for
 * some, and the exit of the previous zone is the same, only accounts on which one of those rules is not false.
 */
export function* differingRegions(
  before: BoundTrigger,
  after: BoundTrigger,
  previousZone: string | null,
  all: Region,
  budget: Budget,
): Generator<Region> {
  const changed = [...missingFrom(after.rules, before.rules), ...missingFrom(before.rules, after.rules)];
  const isSameOtherwise =
    keptKeys(before, after) === keptKeys(after, before) &&
    exitText(before, previousZone) === exitText(after, previousZone);
  if (!isSameOtherwise || changed.length > CHANGED_MAX) {
    yield all;
    return;
  }
  for (const { condition } of changed) {
    for (const { verdict, region } of explore(condition, all, budget)) {
      if (verdict !== FALSE) yield region;
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
