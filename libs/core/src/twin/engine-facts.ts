import { formatDecimal, InvariantError } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { CatalogueFact, FactCatalogue, ScopeFacts } from '../rules/index.ts';
import { fractionOf, isFraction, quotient } from './fraction.ts';

/**
 * The facts of a scope as json-rules-engine is given them: numbers and ratios as fractions, the rest as it arrived.
 * A fact without a value is left out, so that the engine refuses a run that asks for it.
 */
export function engineFacts(
  asked: Iterable<string>,
  facts: ScopeFacts,
  catalogue: FactCatalogue,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of asked) {
    const value = engineFact(name, facts, catalogue);
    if (value !== null) values[name] = value;
  }
  return values;
}

function engineFact(name: string, facts: ScopeFacts, catalogue: FactCatalogue): unknown {
  const fact = catalogue.get(name);
  if (fact === undefined) throw new InvariantError(`no fact ${name}`);
  if (fact.numerator !== null && fact.denominator !== null) {
    const upper = engineFact(fact.numerator, facts, catalogue);
    const lower = engineFact(fact.denominator, facts, catalogue);
    return isFraction(upper) && isFraction(lower) ? quotient(upper, lower) : null;
  }
  return fact.origin === 'core' ? coreFact(fact, facts) : venueFact(fact, facts);
}

function coreFact(fact: CatalogueFact, facts: ScopeFacts): unknown {
  const value = (facts as unknown as Readonly<Record<string, unknown>>)[fact.name] ?? null;
  if (fact.type === 'decimal') return value === null ? null : fractionOf(formatDecimal(value as Decimal));
  return fact.type === 'integer' ? fractionOf(value as number) : value;
}

function venueFact(fact: CatalogueFact, facts: ScopeFacts): unknown {
  const value = Object.hasOwn(facts.venue, fact.name) ? facts.venue[fact.name] : null;
  const isNumber = fact.type === 'decimal' || fact.type === 'integer';
  return isNumber && (typeof value === 'string' || typeof value === 'number') ? fractionOf(value) : (value ?? null);
}
