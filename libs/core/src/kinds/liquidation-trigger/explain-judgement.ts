import { determiningLeaves, leafSentence, unknownFactsOf } from '../../rules/index.ts';
import type { BoundCondition, FactCatalogue, ScopeFacts } from '../../rules/index.ts';
import type { BoundTrigger } from './bound-trigger.ts';
import type { ZoneJudgement } from './compiled-trigger.ts';

/** Why a judgement came out as it did, in one sentence; true whatever side of a limit the scope is on. */
export function sentenceOf(trigger: BoundTrigger, judgement: ZoneJudgement, facts: ScopeFacts): string {
  const tell = (condition: BoundCondition) => reasons(condition, facts, trigger.names.facts);
  const rule = trigger.rules.find(({ name }) => name === judgement.rule);
  if (rule !== undefined) {
    return judgement.zone === null
      ? `\`${rule.name}\` cannot be judged: ${tell(rule.condition)}`
      : tell(rule.condition);
  }
  const exit = judgement.zone === null ? undefined : trigger.exits.get(judgement.zone);
  if (judgement.rule !== null && exit !== undefined) return `stays in \`${exit.zone}\`: ${tell(exit.condition)}`;
  const mildest = trigger.rules.at(-1);
  return mildest === undefined
    ? 'no rule hits'
    : `no rule hits, not even \`${mildest.name}\`: ${tell(mildest.condition)}`;
}

/** Names of the facts for which a condition is unknown, each once. */
export function unknownFactsOfCondition(
  condition: BoundCondition,
  facts: ScopeFacts,
  catalogue: FactCatalogue,
): string[] {
  const leaves = determiningLeaves(condition, facts);
  return [...new Set(leaves.flatMap((leaf) => unknownFactsOf(leaf, facts, catalogue)))];
}

function reasons(condition: BoundCondition, facts: ScopeFacts, catalogue: FactCatalogue): string {
  const leaves = determiningLeaves(condition, facts);
  return [...new Set(leaves.map((leaf) => leafSentence(leaf, facts, catalogue)))].join(' and ');
}
