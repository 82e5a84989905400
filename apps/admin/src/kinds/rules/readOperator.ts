/** What an operator asks, its decorators read into it. */
export interface OperatorReading {
  /** Which of the fact's values must stand the comparison, where it has several. */
  readonly factQuantifier: 'some' | 'every' | null;
  /** Which of the compared values it must stand against, where there are several. */
  readonly valueQuantifier: 'some' | 'every' | null;
  /** A plain operator of json-rules-engine, told from the fact's side; an unknown one as it is written. */
  readonly relation: string;
  /** Whether the answer is turned round, where no plain operator says so. */
  readonly isNegated: boolean;
}

/** The operator that is true exactly where the other is false. */
const OPPOSITES: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
};

/** The operator that says the same with its sides exchanged. */
const MIRRORED: Readonly<Record<string, string>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'greaterThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThan: 'lessThan',
  greaterThanInclusive: 'lessThanInclusive',
  in: 'contains',
  notIn: 'doesNotContain',
  contains: 'in',
  doesNotContain: 'notIn',
};

const OTHER = { some: 'every', every: 'some' } as const;

/** `everyFact:not:in` and its like: the leftmost decorator is the outermost, as json-rules-engine applies them. */
export function readOperator(operator: string): OperatorReading {
  const names = operator.split(':');
  const plain = names.pop() ?? '';
  const found: { fact: 'some' | 'every' | null; value: 'some' | 'every' | null } = { fact: null, value: null };
  let isSwapped = false;
  let isNegated = false;
  for (const name of names) {
    const quantifier = /^(some|every)(Fact|Value)$/.exec(name);
    if (name === 'not') isNegated = !isNegated;
    else if (name === 'swap') isSwapped = !isSwapped;
    else if (quantifier === null) return asWritten(operator);
    else {
      const asked = quantifier[1] === 'some' ? 'some' : 'every';
      const side = (quantifier[2] === 'Fact') !== isSwapped ? 'fact' : 'value';
      // What is not so for some is otherwise for every one: a `not` outside is carried within.
      found[side] = isNegated ? OTHER[asked] : asked;
    }
  }
  const told = isSwapped ? MIRRORED[plain] : plain;
  if (told === undefined) return asWritten(operator);
  const opposite = OPPOSITES[told];
  return {
    factQuantifier: found.fact,
    valueQuantifier: found.value,
    relation: isNegated && opposite !== undefined ? opposite : told,
    isNegated: isNegated && opposite === undefined,
  };
}

function asWritten(operator: string): OperatorReading {
  return { factQuantifier: null, valueQuantifier: null, relation: operator, isNegated: false };
}
