import { compare, formatDecimal, multiply, ONE } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { BoundLeaf } from './bound-condition.ts';
import type { FactCatalogue } from '../language/fact.ts';
import { observe } from './observe.ts';
import type { NamedNumber, Observation } from './observe.ts';
import { takesList } from '../language/operators.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { unknownFactsOf } from './unknown-facts.ts';
import { TRUE } from './verdict.ts';

/**
 * What a leaf saw, as the relation that holds between observed value and limit, whatever the operator asked:
 * `equity 90 is below maintenance margin 100`. A ratio is told by its parts, so that no rounding shows.
 */
export function leafSentence(leaf: BoundLeaf, facts: ScopeFacts, catalogue: FactCatalogue): string {
  const unknown = unknownFactsOf(leaf, facts, catalogue);
  if (unknown.length > 0) return unknown.map((name) => `${words(name)} is unknown`).join(' and ');
  const observed = observe(leaf.fact, facts, catalogue);
  if (observed.kind === 'ratio' && leaf.operand.kind === 'numbers' && !takesList(leaf.operator)) {
    const [edge] = leaf.operand.values;
    if (edge !== undefined) return relateRatio(observed, edge);
  }
  const subject = `${words(leaf.fact.name)} ${valueText(observed)}`;
  if (leaf.quantifiers.length > 0) return relateMembers(subject, leaf, facts, catalogue);
  if (leaf.operand.kind === 'boolean') return subject.replace(/ (true|false)$/, ' is $1');
  if (leaf.operand.kind === 'fact') {
    const compared = observe(leaf.operand.fact, facts, catalogue);
    return relateFacts(subject, observed, `${words(leaf.operand.fact.name)} ${valueText(compared)}`, compared);
  }
  if (leaf.operand.kind === 'texts')
    return relateTexts(subject, observed, leaf.operand.values, takesList(leaf.operator));
  const [limit] = leaf.operand.values;
  if (limit !== undefined && !takesList(leaf.operator)) return relateLimit(subject, observed, limit);
  return `${subject} ${isAmong(observed, leaf.operand.values) ? 'is one of' : 'is none of'} ${list(leaf.operand.values)}`;
}

/** Most names whose words are kept: a catalogue has a few dozen. */
const WORDS_MAX = 1000;
const known = new Map<string, string>();

/** `maintenanceMargin` as a reader says it: `maintenance margin`. Kept by name, as every decision says the same few. */
export function words(name: string): string {
  let said = known.get(name);
  if (said === undefined) {
    said = spelled(name);
    if (known.size < WORDS_MAX) known.set(name, said);
  }
  return said;
}

function spelled(name: string): string {
  return name
    .replace(/[$.[\]_-]+/g, ' ')
    .trimEnd()
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => {
      return `${before} ${after.toLowerCase()}`;
    });
}

/** `tags retail, eu meet everyFact:in retail`: what is asked of members is told as it is written. */
function relateMembers(subject: string, leaf: BoundLeaf, facts: ScopeFacts, catalogue: FactCatalogue): string {
  const { operator, operand } = leaf.written;
  const isMet = leaf.test(facts) === TRUE;
  const compared =
    operand.kind === 'fact'
      ? `${words(operand.fact.name)} ${valueText(observe(operand.fact, facts, catalogue))}`
      : operand.kind === 'texts'
        ? operand.values.join(', ')
        : '';
  return `${subject} ${isMet ? 'meet' : 'do not meet'} ${operator} ${compared}`;
}

function relateLimit(subject: string, observed: Observation, limit: Decimal): string {
  if (observed.kind !== 'number') return subject;
  return `${subject} ${relation(compare(observed.value, limit))} ${formatDecimal(limit)}`;
}

function relateRatio({ numerator, denominator }: Extract<Observation, { kind: 'ratio' }>, limit: Decimal): string {
  const edge = multiply(limit, denominator.value);
  const factor = compare(limit, ONE) === 0 ? '' : `${formatDecimal(limit)} × `;
  const product = factor === '' ? '' : ` = ${formatDecimal(edge)}`;
  return `${named(numerator)} ${relation(compare(numerator.value, edge))} ${factor}${named(denominator)}${product}`;
}

function relateFacts(subject: string, observed: Observation, object: string, compared: Observation): string {
  const left = fractionOf(observed);
  const right = fractionOf(compared);
  if (left !== null && right !== null) {
    const order = compare(multiply(left.over, right.under), multiply(right.over, left.under));
    return `${subject} ${relation(order)} ${object}`;
  }
  if (observed.kind === 'set') return `${subject} ${contains(observed.values, compared)} ${object}`;
  if (compared.kind === 'set')
    return `${subject} ${contains(compared.values, observed, 'is among', 'is not among')} ${object}`;
  return `${subject} ${valueText(observed) === valueText(compared) ? 'equals' : 'differs from'} ${object}`;
}

function relateTexts(subject: string, observed: Observation, values: readonly string[], isList: boolean): string {
  const [only = ''] = values;
  if (observed.kind === 'set') return `${subject} ${contains(observed.values, { kind: 'text', value: only })} ${only}`;
  const isOneOf = observed.kind === 'text' && values.includes(observed.value);
  if (isList) return `${subject} ${isOneOf ? 'is one of' : 'is none of'} ${values.join(', ')}`;
  return `${subject} ${isOneOf ? 'equals' : 'differs from'} ${only}`;
}

function contains(values: readonly string[], member: Observation, hit = 'contain', miss = 'do not contain'): string {
  return member.kind === 'text' && values.includes(member.value) ? hit : miss;
}

function isAmong(observed: Observation, limits: readonly Decimal[]): boolean {
  const fraction = fractionOf(observed);
  return fraction !== null && limits.some((limit) => compare(fraction.over, multiply(limit, fraction.under)) === 0);
}

function fractionOf(seen: Observation): { over: Decimal; under: Decimal } | null {
  if (seen.kind === 'number') return { over: seen.value, under: ONE };
  return seen.kind === 'ratio' ? { over: seen.numerator.value, under: seen.denominator.value } : null;
}

function relation(order: -1 | 0 | 1): string {
  return order < 0 ? 'is below' : order > 0 ? 'is above' : 'is exactly';
}

function valueText(seen: Observation): string {
  switch (seen.kind) {
    case 'unknown':
      return 'unknown';
    case 'number':
      return formatDecimal(seen.value);
    case 'ratio':
      return `(${named(seen.numerator)} ÷ ${named(seen.denominator)})`;
    case 'text':
      return seen.value;
    case 'set':
      return seen.values.length === 0 ? '(none)' : seen.values.join(', ');
    case 'boolean':
      return String(seen.value);
  }
}

function named({ name, value }: NamedNumber): string {
  return `${words(name)} ${formatDecimal(value)}`;
}

function list(values: readonly Decimal[]): string {
  return values.map((value) => formatDecimal(value)).join(', ');
}
