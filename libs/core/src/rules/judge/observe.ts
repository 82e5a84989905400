import { divide, formatDecimal, isPositive } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import { isNumeric, isRatio } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { booleanReader, numberReader, setReader, textReader, wholeReader } from './read-fact.ts';
import type { Reader } from './read-fact.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { factOf } from '../language/fact-of.ts';

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
  return observer(fact, catalogue)(facts);
}

/** The observer of a fact, for whoever looks at many scopes. */
function observer(fact: CatalogueFact, catalogue: FactCatalogue): Observer {
  if (isRatio(fact)) return ratioObserver(fact, catalogue);
  const { name } = fact;
  if (isNumeric(fact)) return seenBy(name, numberReader(fact), (value) => ({ kind: 'number', value }));
  if (fact.type === 'set') return seenBy(name, setReader(fact), (values) => ({ kind: 'set', values }));
  if (fact.type === 'boolean') return seenBy(name, booleanReader(fact), (value) => ({ kind: 'boolean', value }));
  return seenBy(name, textReader(fact), (value) => ({ kind: 'text', value }));
}

/** The observer of a fact as canonical text, null where it is unknown; a whole number is told as it stands. */
export function textObserver(fact: CatalogueFact, catalogue: FactCatalogue): (facts: ScopeFacts) => string | null {
  if (fact.type === 'integer') {
    const read = wholeReader(fact);
    return (facts) => {
      const value = read(facts);
      return Number.isNaN(value) ? null : value.toString();
    };
  }
  const observe = observer(fact, catalogue);
  return (facts) => observationText(observe(facts));
}

type Observer = (facts: ScopeFacts) => Observation;

/** Decimals of a ratio's value in a trace; it is floored for display, the leaf is decided without dividing. */
const RATIO_DECIMALS = 8;

/** The value of a fact as canonical text; null where it is unknown. */
export function observedText(fact: CatalogueFact, facts: ScopeFacts, catalogue: FactCatalogue): string | null {
  return observationText(observe(fact, facts, catalogue));
}

/** What was seen as canonical text; null where it is unknown. */
export function observationText(seen: Observation): string | null {
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

function seenBy<Value>(name: string, read: Reader<Value>, seen: (value: Value) => Observation): Observer {
  return (facts) => {
    const value = read(facts);
    return value === null ? unknown(name) : seen(value);
  };
}

function ratioObserver(
  fact: CatalogueFact & { numerator: string; denominator: string },
  catalogue: FactCatalogue,
): Observer {
  const [above, below] = [factOf(fact.numerator, catalogue), factOf(fact.denominator, catalogue)];
  const [readAbove, readBelow] = [numberReader(above), numberReader(below)];
  return (facts) => {
    const [numerator, denominator] = [readAbove(facts), readBelow(facts)];
    if (numerator === null || denominator === null) {
      const missing = [...(numerator === null ? [above.name] : []), ...(denominator === null ? [below.name] : [])];
      return { kind: 'unknown', facts: missing };
    }
    // The parts are known, yet a ratio over nothing has no value: it is the ratio itself that is absent.
    if (!isPositive(denominator)) return unknown(fact.name);
    return {
      kind: 'ratio',
      numerator: { name: above.name, value: numerator },
      denominator: { name: below.name, value: denominator },
    };
  };
}

function unknown(name: string): Observation {
  return { kind: 'unknown', facts: [name] };
}
