import { isDecorator, isOperator } from './operators.ts';
import type { Operator } from './operators.ts';

/** Over which side of a comparison it is asked, and of every member or of some. */
export interface Quantifier {
  readonly side: 'fact' | 'value';
  readonly isEvery: boolean;
}

export type Relation = Exclude<Operator, 'in' | 'notIn' | 'contains' | 'doesNotContain'>;

/** What an operator with its decorators asks: a relation of fact and value, or of members of them, outermost first. */
export interface OperatorForm {
  readonly quantifiers: readonly Quantifier[];
  readonly relation: Relation;
}

/**
 * The form of an operator as it is written, `everyFact:not:in`; null where a name in it means nothing. Negations are
 * carried inwards (not some is every not), so that equal forms ask the same, however they are written.
 */
export function operatorForm(written: string): OperatorForm | null {
  const names = written.split(':');
  const operator = names.pop() ?? '';
  if (!isOperator(operator) || !names.every(isDecorator)) return null;
  const quantifiers: Quantifier[] = [];
  let isNegated = false;
  let isSwapped = false;
  const ask = (of: 'fact' | 'value', isEvery: boolean) => {
    const side = isSwapped ? (of === 'fact' ? 'value' : 'fact') : of;
    quantifiers.push({ side, isEvery: isEvery !== isNegated });
  };
  for (const decorator of names) {
    if (decorator === 'not') isNegated = !isNegated;
    else if (decorator === 'swap') isSwapped = !isSwapped;
    else ask(decorator.endsWith('Fact') ? 'fact' : 'value', decorator.startsWith('every'));
  }
  const base = BASES[operator];
  isNegated = isNegated !== base.isNegated;
  if (base.someOf !== null) ask(base.someOf, false);
  const relation = isNegated ? COMPLEMENTS[base.relation] : base.relation;
  return { quantifiers, relation: isSwapped ? MIRRORED[relation] : relation };
}

/** The operator that a form is, where one of the ten says all of it; else null. */
export function operatorOf({ quantifiers, relation }: OperatorForm): Operator | null {
  const [only, another] = quantifiers;
  if (only === undefined) return relation;
  const isPlain = relation === 'equal' ? !only.isEvery : relation === 'notEqual' && only.isEvery;
  if (another !== undefined || !isPlain) return null;
  if (only.side === 'value') return only.isEvery ? 'notIn' : 'in';
  return only.isEvery ? 'doesNotContain' : 'contains';
}

/** How many times a side must be a list within a list: 0 for one value, 1 for a list, 2 for what no fact is. */
export function rankOf({ quantifiers }: OperatorForm, side: Quantifier['side']): number {
  return quantifiers.filter((quantifier) => quantifier.side === side).length;
}

interface Base {
  readonly relation: Relation;
  /** The side of which `relation` is asked of some member. */
  readonly someOf: Quantifier['side'] | null;
  readonly isNegated: boolean;
}

const plain = (relation: Relation): Base => ({ relation, someOf: null, isNegated: false });
const member = (someOf: Quantifier['side'], isNegated: boolean): Base => ({ relation: 'equal', someOf, isNegated });

const BASES: Readonly<Record<Operator, Base>> = {
  equal: plain('equal'),
  notEqual: plain('notEqual'),
  lessThan: plain('lessThan'),
  lessThanInclusive: plain('lessThanInclusive'),
  greaterThan: plain('greaterThan'),
  greaterThanInclusive: plain('greaterThanInclusive'),
  in: member('value', false),
  notIn: member('value', true),
  contains: member('fact', false),
  doesNotContain: member('fact', true),
};

const COMPLEMENTS: Readonly<Record<Relation, Relation>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
};

/** The relation with its two sides exchanged. */
const MIRRORED: Readonly<Record<Relation, Relation>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'greaterThan',
  greaterThan: 'lessThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThanInclusive',
};
