import { formatDecimal } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { factOf, isNumeric } from '../rules/index.ts';
import type { CatalogueFact, FactCatalogue, ScopeFacts } from '../rules/index.ts';
import type { FactValue } from '../venue/index.ts';
import { fractionOf, isFraction, quotient } from './fraction.ts';

/**
 * The facts of a scope as json-rules-engine is given them: numbers and ratios as fractions, also where they are parts
 * of a structured fact, the rest as it arrived, without the instant that it holds for. A fact without a value is left
 * out, so that the engine refuses a run that asks for it.
 */
export function engineFacts(
  asked: Iterable<string>,
  facts: ScopeFacts,
  catalogue: FactCatalogue,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of asked) {
    const fact = factOf(name, catalogue);
    const whole = fact.within === null ? fact : factOf(fact.within.fact, catalogue);
    const value = engineFact(whole, facts, catalogue);
    if (value !== null) values[whole.name] = value;
  }
  return values;
}

function engineFact(fact: CatalogueFact, facts: ScopeFacts, catalogue: FactCatalogue): unknown {
  if (fact.numerator !== null && fact.denominator !== null) {
    const upper = engineFact(factOf(fact.numerator, catalogue), facts, catalogue);
    const lower = engineFact(factOf(fact.denominator, catalogue), facts, catalogue);
    return isFraction(upper) && isFraction(lower) ? quotient(upper, lower) : null;
  }
  if (fact.origin === 'core') return coreFact(fact, facts);
  const sent = Object.hasOwn(facts.venue, fact.name) ? facts.venue[fact.name] : undefined;
  return sent === undefined ? null : exactParts(withoutInstant(sent), fact.name, catalogue);
}

function coreFact({ name, type }: CatalogueFact, facts: ScopeFacts): unknown {
  const value = (facts as unknown as Readonly<Record<string, unknown>>)[name] ?? null;
  if (type === 'decimal') return value === null ? null : fractionOf(formatDecimal(value as Decimal));
  return type === 'integer' ? fractionOf(value as number) : value;
}

/** A value with everything in it that is declared a number as a fraction; `name` is the fact's, with the path so far. */
function exactParts(value: FactValue, name: string, catalogue: FactCatalogue): unknown {
  const fact = catalogue.get(name);
  if (typeof value !== 'object') {
    return fact !== undefined && isNumeric(fact) && typeof value !== 'boolean' ? fractionOf(value) : value;
  }
  if (fact?.type === 'set') return value;
  const path = name.includes('$') ? name : `${name}$`;
  if (Array.isArray(value)) {
    const members = value as readonly FactValue[];
    return members.map((member, at) => exactParts(member, `${path}[${String(at)}]`, catalogue));
  }
  const parts = Object.entries(value as Readonly<Record<string, FactValue>>);
  return Object.fromEntries(parts.map(([key, part]) => [key, exactParts(part, `${path}.${key}`, catalogue)]));
}

function withoutInstant(sent: FactValue): FactValue {
  if (typeof sent !== 'object' || Array.isArray(sent)) return sent;
  const { value, at, ...more } = sent as Readonly<Record<string, FactValue>>;
  return value !== undefined && typeof at === 'string' && Object.keys(more).length === 0 ? value : sent;
}
