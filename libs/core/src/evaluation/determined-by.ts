import type { DeterminedBy } from '../decision/index.ts';
import { formatDecimal } from '../num/index.ts';
import type { PoolJudgement } from './judgement.ts';

/** What determined a scope's zone, with a sentence that names the figures; a scope without figures has nothing that did. */
export function determinedBy({ zone, figures }: PoolJudgement): DeterminedBy[] {
  const { trigger, judgement, facts } = zone;
  if (figures === null) return [];
  if (judgement === null || facts === null) {
    const accountValue = formatDecimal(figures.accountValue);
    const sentence =
      zone.zone === 'deficit'
        ? `account value ${accountValue} is below zero and there is no maintenance margin left to act on`
        : `maintenance margin is 0 and account value ${accountValue} is not below zero`;
    return [
      { ...trigger.reference, rule: zone.zone === 'deficit' ? 'built-in deficit' : 'built-in healthy', sentence },
    ];
  }
  const rule = judgement.rule ?? 'built-in healthy';
  const sentence = trigger.compiled.sentence(judgement, facts);
  return [{ policy: trigger.reference.policy, version: trigger.reference.version, rule, sentence }];
}
