import { divide, formatDecimal, InvariantError, isPositive } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { isNumeric, isRatio } from './fact.ts';
import type { CatalogueFact, FactCatalogue } from './fact.ts';
import { booleanReader, numberReader, setReader, textReader } from './read-fact.ts';
import type { ScopeFacts } from './scope-facts.ts';

/** What a fact was seen to be, for traces and sentences: off the deciding path. */
export type Observation =
  | { readonly kind: 'unknown'; readonly facts: readonly string[] }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'ratio'; readonly numerator: NamedNumber; readonly denominator: NamedNumber }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'set'; readonly values: readonly string[] }
  | { readonly kind: 'boolean'; readonly value: boolean };

export interface NamedNumber {
  readonly name: string;
  readonly value: Decimal;
}

/** The value of a fact, or the names of the facts for which it is unknown. */
export function observe(fact: CatalogueFact, facts: ScopeFacts, catalogue: FactCatalogue): Observation {
  if (isRatio(fact)) return observeRatio(fact, facts, catalogue);
  return isNumeric(fact) ? observeNumber(fact, facts) : observeOther(fact, facts);
}

/** Decimals of a ratio's value in a trace; it is floored for display, the leaf is decided without dividing. */
const RATIO_DECIMALS = 8;

/** The value of a fact as canonical text; null where it is unknown. */
export function observedText(fact: CatalogueFact, facts: ScopeFacts, catalogue: FactCatalogue): string | null {
  const seen = observe(fact, facts, catalogue);
  switch (seen.kind) {
    case 'unknown':
      return null;
    case 'number':
      return formatDecimal(seen.value);
    case 'ratio':
      return formatDecimal(divide(seen.numerator.value, seen.denominator.value, RATIO_DECIMALS, 'floor'));
    case 'text':
      return seen.value;
    case 'set':
      return seen.values.join(', ');
    case 'boolean':
      return String(seen.value);
  }
}

function observeNumber(fact: CatalogueFact, facts: ScopeFacts): Observation {
  const value = numberReader(fact)(facts);
  return value === null ? unknown(fact.name) : { kind: 'number', value };
}

function observeRatio(
  fact: CatalogueFact & { numerator: string; denominator: string },
  facts: ScopeFacts,
  catalogue: FactCatalogue,
): Observation {
  const numerator = part(fact.numerator, facts, catalogue);
  const denominator = part(fact.denominator, facts, catalogue);
  const missing = [numerator, denominator].filter(({ value }) => value === null).map(({ name }) => name);
  if (numerator.value === null || denominator.value === null) return { kind: 'unknown', facts: missing };
  // The parts are known, yet a ratio over nothing has no value: it is the ratio itself that is absent.
  if (!isPositive(denominator.value)) return unknown(fact.name);
  return {
    kind: 'ratio',
    numerator: { name: numerator.name, value: numerator.value },
    denominator: { name: denominator.name, value: denominator.value },
  };
}

function part(name: string, facts: ScopeFacts, catalogue: FactCatalogue): { name: string; value: Decimal | null } {
  const fact = catalogue.get(name);
  if (fact === undefined) throw new InvariantError(`no fact ${name}`);
  return { name, value: numberReader(fact)(facts) };
}

function observeOther(fact: CatalogueFact, facts: ScopeFacts): Observation {
  if (fact.type === 'set') {
    const values = setReader(fact)(facts);
    return values === null ? unknown(fact.name) : { kind: 'set', values };
  }
  if (fact.type === 'boolean') {
    const value = booleanReader(fact)(facts);
    return value === null ? unknown(fact.name) : { kind: 'boolean', value };
  }
  const value = textReader(fact)(facts);
  return value === null ? unknown(fact.name) : { kind: 'text', value };
}

function unknown(name: string): Observation {
  return { kind: 'unknown', facts: [name] };
}
