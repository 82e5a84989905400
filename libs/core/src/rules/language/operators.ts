import type { FactType } from './fact.ts';
import { FALSE, TRUE } from '../judge/verdict.ts';
import type { Verdict } from '../judge/verdict.ts';

export const OPERATORS = [
  'equal',
  'notEqual',
  'lessThan',
  'lessThanInclusive',
  'greaterThan',
  'greaterThanInclusive',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
] as const;

export type Operator = (typeof OPERATORS)[number];

/** Prefixes of an operator, outermost first, as json-rules-engine 7.3.1 has them: `everyFact:not:in`. */
export const DECORATORS = ['not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'] as const;

const NUMBERS: readonly Operator[] = OPERATORS.slice(0, 8);

/** The operators that a fact of a type answers to. */
export const OPERATORS_OF_TYPE: Readonly<Record<FactType, readonly Operator[]>> = {
  decimal: NUMBERS,
  integer: NUMBERS,
  boolean: ['equal', 'notEqual'],
  text: ['equal', 'notEqual', 'in', 'notIn'],
  set: ['contains', 'doesNotContain'],
  structured: [],
};

export function isOperator(text: string): text is Operator {
  return (OPERATORS as readonly string[]).includes(text);
}

export function isDecorator(text: string): text is (typeof DECORATORS)[number] {
  return (DECORATORS as readonly string[]).includes(text);
}

/** Whether an operator compares with a list rather than with one value. */
export function takesList(operator: Operator): boolean {
  return operator === 'in' || operator === 'notIn';
}

/** What an operator says where the observed value is below, at and above the limit. */
export interface OperatorRelation {
  readonly below: Verdict;
  readonly at: Verdict;
  readonly above: Verdict;
}

const RELATIONS: ReadonlyMap<Operator, OperatorRelation> = new Map<Operator, OperatorRelation>([
  ['equal', { below: FALSE, at: TRUE, above: FALSE }],
  ['notEqual', { below: TRUE, at: FALSE, above: TRUE }],
  ['lessThan', { below: TRUE, at: FALSE, above: FALSE }],
  ['lessThanInclusive', { below: TRUE, at: TRUE, above: FALSE }],
  ['greaterThan', { below: FALSE, at: FALSE, above: TRUE }],
  ['greaterThanInclusive', { below: FALSE, at: TRUE, above: TRUE }],
]);

/** The relation of an operator that compares one number with another; null for those that do not. */
export function relationOf(operator: Operator): OperatorRelation | null {
  return RELATIONS.get(operator) ?? null;
}
