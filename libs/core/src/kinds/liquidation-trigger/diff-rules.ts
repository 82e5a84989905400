import { worstEffect } from '../../policy/index.ts';
import type { Difference } from '../../policy/index.ts';
import { bindTrigger } from './bound-trigger.ts';
import { isBindable } from './check.ts';
import { compareTriggers } from './compare-triggers.ts';
import type { Comparison } from './compare-triggers.ts';
import { comparedFacts } from './compared-facts.ts';
import { textOf } from './edit.ts';
import type { Edit } from './edit.ts';
import { conditionEdits, exitEdits } from './exit-edits.ts';
import { ruleEdits } from './rule-edits.ts';
import type { LiquidationTriggerDocument } from './schema.ts';
import { comparedScopes } from './trigger-moves.ts';

/**
 * Differences of rules, their order, named conditions and exits, each classified by what it does to accounts when it
 * is made alone; where all of them together do worse than any alone, each carries the effect of all. A document
 * whose names do not resolve cannot be compared, so that every difference counts as the worst.
 */
export function diffRules(before: LiquidationTriggerDocument, after: LiquidationTriggerDocument): Difference[] {
  const edits = [...ruleEdits(before, after), ...conditionEdits(before, after), ...exitEdits(before, after)];
  if (edits.length === 0) return [];
  if (!isBindable(before) || !isBindable(after)) return edits.map((edit) => differenceOf(edit, NOT_COMPARED));
  const [then, now] = [bindTrigger(before), bindTrigger(after)];
  const scopes = comparedScopes(comparedFacts(before, after));
  const alone = edits.map((edit) => ({ edit, found: compareTriggers(then, edit.alone(then, now), scopes) }));
  const worstAlone = worstEffect(alone.map(({ found }) => found.effect));
  const together = edits.length === 1 ? NOTHING : compareTriggers(then, now, scopes);
  const isWorseTogether = worstEffect([together.effect, worstAlone]) !== worstAlone;
  return alone.map(({ edit, found }) => differenceOf(edit, isWorseTogether ? together : found));
}

const NOT_COMPARED: Comparison = {
  effect: 'can-liquidate',
  example: 'a name in one of the documents means nothing, so that the worst is assumed',
};
const NOTHING: Comparison = { effect: 'none', example: null };

function differenceOf({ path, what, before, after }: Edit, { effect, example }: Comparison): Difference {
  const capital = what.slice(0, 1).toUpperCase() + what.slice(1);
  const sentence = example === null ? `${capital}.` : `${capital}: ${example}.`;
  return { path, before: textOf(before), after: textOf(after), effect, sentence };
}
