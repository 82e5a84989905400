import fc from 'fast-check';
import type { ListedRule, Names, RootCondition, ScopeFacts } from '@backstop/core/rules';
import { drawnFacts } from './arbitrary-facts.ts';
import { numberPools } from './arbitrary-number.ts';
import { drawnRules } from './arbitrary-rules.ts';
import { FUZZ_CATALOGUE, FUZZ_FACTS } from './fuzz-catalogue.ts';

/** A rule list of the language and scopes to judge by it: as many pairs as scopes. */
export interface FuzzCase {
  readonly list: readonly ListedRule[];
  readonly names: Names;
  readonly scopes: readonly ScopeFacts[];
}

/** Cases of `scopes` pairs each. */
export function fuzzCases(scopes: number): fc.Arbitrary<FuzzCase> {
  const facts = fc.array(drawnFacts, { minLength: scopes, maxLength: scopes });
  return fc.tuple(numberPools, drawnRules, facts).map(([pool, rules, drawn]) => {
    const { list, conditions } = rules(pool);
    const positive = denominatorsAsked(list, conditions);
    const names = { facts: FUZZ_CATALOGUE, conditions };
    return { list, names, scopes: drawn.map((one) => one(pool, positive)) };
  });
}

function denominatorsAsked(
  list: readonly ListedRule[],
  conditions: Readonly<Record<string, RootCondition>>,
): ReadonlySet<string> {
  const written = JSON.stringify([list, conditions]);
  const asked = FUZZ_FACTS.filter(({ name }) => written.includes(`"${name}"`));
  return new Set(asked.flatMap(({ denominator }) => denominator ?? []));
}
