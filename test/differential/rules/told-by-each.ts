import { Engine } from 'json-rules-engine';
import type { TopLevelCondition } from 'json-rules-engine';
import { expect } from 'vitest';
import {
  bind,
  checkConditions,
  compile,
  decide,
  evaluate,
  gather,
  isUnknownAt,
  NO_RULE,
  resultOf,
  rootConditionSchema,
} from '@backstop/core/rules';
import type { FactCatalogue, ListedRule, Names, RootCondition, ScopeFacts } from '@backstop/core/rules';
import { catalogueOf } from './venue-scope.ts';

/** What tests of differences declare. */
export const facts = catalogueOf(
  { name: 'days', type: 'integer', unit: 'count' },
  { name: 'score', type: 'decimal' },
  { name: 'region', type: 'text' },
  { name: 'assets', type: 'set' },
  { name: 'rating', type: 'integer', unit: 'count', minimum: '0', maximum: '10', ageMaxSeconds: 60 },
  {
    ...{ name: 'desk', type: 'structured' },
    fields: [{ path: '$.count', type: 'integer', unit: 'count', meaning: 'A count.' }],
  },
);

/** A comparison. */
export const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value });
/** Holds of every scope with days. */
export const always = { all: [leaf('days', 'greaterThanInclusive', 0)] };

/** What json-rules-engine says of one rule, its own operators untouched. */
export async function engineSays(conditions: unknown, given: Record<string, unknown>): Promise<boolean> {
  const engine = new Engine([{ conditions: conditions as TopLevelCondition, event: { type: 'rule' } }]);
  const { results } = await engine.run(given);
  return results.length === 1;
}

/** What the compiled program says of one rule, and plain evaluation beside it. */
export function weSay(
  conditions: unknown,
  scope: ScopeFacts,
  conditionsByName: Names['conditions'] = {},
): boolean | null {
  const list = [listed(conditions)];
  const names = { facts, conditions: conditionsByName };
  const program = compile(list, names);
  const decided = decide(program, gather(program, scope));
  const result = decided === NO_RULE ? false : isUnknownAt(decided) ? null : true;
  expect(resultOf(evaluate(bind(list[0]!.conditions, '', names), scope))).toBe(result);
  return result;
}

/** A rule of a list. */
export function listed(conditions: unknown, priority = 1): ListedRule {
  return { conditions: conditions as RootCondition, pointer: '/rules/0/conditions', priority };
}

/** Codes of what the check finds wrong. */
export function refusals(conditions: unknown, catalogue: FactCatalogue = facts): string[] {
  return checkConditions(conditions as RootCondition, '', { facts: catalogue, conditions: {} }).map(({ code }) => code);
}

/** Whether the schema of conditions lets it pass. */
export const isRead = (conditions: unknown) => rootConditionSchema.safeParse(conditions).success;
