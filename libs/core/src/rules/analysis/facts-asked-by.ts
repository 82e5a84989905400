import type { BoundCondition } from '../judge/bound-condition.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { leavesOf } from '../judge/leaves-of.ts';

/** The facts that conditions ask about, the parts of ratios included. */
export function factsAskedBy(conditions: readonly BoundCondition[], catalogue: FactCatalogue): CatalogueFact[] {
  const asked = conditions
    .flatMap(leavesOf)
    .flatMap(({ fact, operand }) => (operand.kind === 'fact' ? [fact, operand.fact] : [fact]));
  const names = asked.flatMap(({ name, numerator, denominator }) => [name, numerator, denominator]);
  return [...new Set(names)].flatMap((name) => (name === null ? [] : (catalogue.get(name) ?? [])));
}
