import { InvariantError } from '../num/index.ts';
import { compareFractions, fractionOf, isFraction } from './fraction.ts';

/** How json-rules-engine calls an operator: with the value of the fact, and with what it is compared with. */
type EngineOperator = (factValue: unknown, compared: unknown) => boolean;

/**
 * json-rules-engine's own operators, by its names, exact where a number takes part: a number is handed to it as a
 * fraction, and what that is compared with is read as a number too, be it text, number or fraction. Everything else
 * is compared as the engine does. Its decorators stay its own.
 */
export const EXACT_OPERATORS: Readonly<Record<string, EngineOperator>> = {
  equal: areEqual,
  notEqual: (value, compared) => !areEqual(value, compared),
  lessThan: (value, compared) => order(value, compared) < 0,
  lessThanInclusive: (value, compared) => order(value, compared) <= 0,
  greaterThan: (value, compared) => order(value, compared) > 0,
  greaterThanInclusive: (value, compared) => order(value, compared) >= 0,
  in: (value, list) => isAmong(value, list),
  notIn: (value, list) => !isAmong(value, list),
  contains: (list, value) => isAmong(value, list),
  doesNotContain: (list, value) => !isAmong(value, list),
};

function areEqual(a: unknown, b: unknown): boolean {
  return isFraction(a) || isFraction(b) ? order(a, b) === 0 : a === b;
}

function isAmong(value: unknown, list: unknown): boolean {
  if (!Array.isArray(list)) throw new InvariantError('a list is asked for and there is none');
  return list.some((member) => areEqual(member, value));
}

function order(a: unknown, b: unknown): number {
  const [left, right] = [a, b].map((value) => {
    if (isFraction(value)) return value;
    if (typeof value === 'string' || typeof value === 'number') return fractionOf(value);
    throw new InvariantError(`a number is compared with ${typeof value}`);
  });
  if (left === undefined || right === undefined) throw new InvariantError('two numbers are compared');
  return compareFractions(left, right);
}
