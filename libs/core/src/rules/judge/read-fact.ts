import { decimal, InvariantError, lessThan, parseDecimal, round, toFloat } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { FactValue } from '../../venue/index.ts';
import type { CatalogueFact } from '../language/fact.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { sentReader } from './sent-value.ts';

/** Reads one fact of a scope; null = absent, or not what its declaration says, so unknown either way. */
export type Reader<Value> = (facts: ScopeFacts) => Value | null;

const NUMBERS: ReadonlyMap<string, Reader<Decimal>> = new Map<string, Reader<Decimal>>([
  ['equity', (facts) => facts.equity],
  ['accountValue', (facts) => facts.accountValue],
  ['initialMargin', (facts) => facts.initialMargin],
  ['maintenanceMargin', (facts) => facts.maintenanceMargin],
  ['notional', (facts) => facts.notional],
  ['unrealizedPnl', (facts) => facts.unrealizedPnl],
  ['withdrawable', (facts) => facts.withdrawable],
  ['positionCount', (facts) => decimal(BigInt(facts.positionCount))],
]);

const TEXTS: ReadonlyMap<string, Reader<string>> = new Map<string, Reader<string>>([
  ['scope', (facts) => facts.scope],
  ['asset', (facts) => facts.asset],
  ['contract', (facts) => facts.contract],
]);

/** Reader of a decimal or integer fact that is no ratio. */
export function numberReader(fact: CatalogueFact): Reader<Decimal> {
  return (fact.origin === 'core' ? NUMBERS.get(fact.name) : undefined) ?? venueNumberReader(fact);
}

/** Reader of an integer fact as a machine number, which carries every safe integer unharmed; NaN = unknown. */
export function wholeReader(fact: CatalogueFact): (facts: ScopeFacts) => number {
  if (fact.origin === 'core' && fact.name === 'positionCount') return (facts) => facts.positionCount;
  const read = sentReader(fact);
  // A whole number is at or above a bound where it is at or above the next whole one; beyond safe ones a float will do.
  const minimum = fact.minimum === null ? -Infinity : toFloat(round(decimalOf(fact.minimum), 0, 'ceil'));
  const maximum = fact.maximum === null ? Infinity : toFloat(round(decimalOf(fact.maximum), 0, 'floor'));
  return (facts) => {
    const value = read(facts);
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= minimum && value <= maximum
      ? value
      : NaN;
  };
}

function decimalOf(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new InvariantError(`${text} is no bound`);
  return value;
}

export function textReader(fact: CatalogueFact): Reader<string> {
  const own = fact.origin === 'core' ? TEXTS.get(fact.name) : undefined;
  if (own !== undefined) return own;
  const values = fact.values;
  const read = sentReader(fact);
  return (facts) => {
    const value = read(facts);
    return typeof value === 'string' && (values === null || values.includes(value)) ? value : null;
  };
}

export function setReader(fact: CatalogueFact): Reader<readonly string[]> {
  if (fact.origin === 'core') return (facts) => facts.tags;
  const read = sentReader(fact);
  return (facts) => {
    const value = read(facts);
    return Array.isArray(value) && value.every((member) => typeof member === 'string') ? value : null;
  };
}

export function booleanReader(fact: CatalogueFact): Reader<boolean> {
  const read = sentReader(fact);
  return (facts) => {
    const value = read(facts);
    return typeof value === 'boolean' ? value : null;
  };
}

/** A venue's number: decimal text for a decimal fact, a whole JSON number for an integer fact, within its bounds. */
function venueNumberReader(fact: CatalogueFact): Reader<Decimal> {
  const minimum = fact.minimum === null ? null : parseDecimal(fact.minimum);
  const maximum = fact.maximum === null ? null : parseDecimal(fact.maximum);
  const parse = fact.type === 'integer' ? parseInteger : parseDecimalText;
  const read = sentReader(fact);
  return (facts) => {
    const value = parse(read(facts));
    if (value === null) return null;
    if (minimum !== null && lessThan(value, minimum)) return null;
    return maximum !== null && lessThan(maximum, value) ? null : value;
  };
}

function parseInteger(value: FactValue | null): Decimal | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? decimal(BigInt(value)) : null;
}

function parseDecimalText(value: FactValue | null): Decimal | null {
  return typeof value === 'string' ? parseDecimal(value) : null;
}
