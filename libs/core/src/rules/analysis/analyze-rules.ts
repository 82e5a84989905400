import { budgetOf } from './budget.ts';
import { findGap } from './findings/find-gap.ts';
import { findNonMonotone } from './findings/find-non-monotone.ts';
import { findOverlaps } from './findings/find-overlaps.ts';
import { findRedundant } from './findings/find-redundant.ts';
import { findUnreachable } from './findings/find-unreachable.ts';
import { inquiryOf } from './findings/inquiry.ts';
import type { RuleFinding } from './findings/rule-finding.ts';
import type { RuleList } from './findings/rule-list.ts';

/** Steps that an analysis may take: about a second where every question is as hard as can be. */
const STEPS_MAX = 1_500_000;

/**
 * What an ordered list of rules does that its author may not have meant, over all accounts whose facts are known and
 * within their declared bounds. What is not found is proven not to be there, what is found is shown by an account that
 * the rules themselves judge so, and what is neither is answered `unknown` with the reason, never left out.
 *
 * Solved for, so that within its steps it is `unknown` only where no account of readable length shows it: numbers and
 * ratios against values, whole numbers against values, two numbers, two ratios with a part in common, texts against
 * values, and sets against members. Not solved for, so that it may be `unknown` too: two ratios without a part in
 * common, several whole numbers where only fractions would do, a text against a text fact, a set against a text fact,
 * and members of two lists asked of in turn. An account is still tried, and what rules them out is still proven.
 */
export function analyzeRules(list: RuleList, steps = STEPS_MAX): RuleFinding[] {
  const inquiry = inquiryOf(list, budgetOf(steps));
  const unreachable = findUnreachable(inquiry);
  const never = new Set(unreachable.flatMap(({ pointers: [pointer] }) => pointer ?? []));
  const monotone = findNonMonotone(inquiry);
  const gaps = monotone.some(({ code }) => code === 'gap') ? [] : findGap(inquiry);
  return [...gaps, ...monotone, ...unreachable, ...findRedundant(inquiry, never), ...findOverlaps(inquiry)];
}
