import type { DocumentRules } from '../../policy/index.ts';
import { scopeCatalogue } from '../../rules/index.ts';
import type { LiquidationTriggerDocument } from './schema.ts';

/** The rules of a trigger as they stand in it, without its exits: those ask with a history, which is no fact. */
export function rulesOf({ rules, facts, conditions }: LiquidationTriggerDocument): DocumentRules {
  const list = rules.map(({ conditions: own, priority, event }, at) => {
    return { conditions: own, pointer: `/rules/${String(at)}/conditions`, priority, event };
  });
  return { list, names: { facts: scopeCatalogue(facts), conditions } };
}
