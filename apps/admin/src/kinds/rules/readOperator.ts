import { operatorForm, operatorOf } from '@backstop/core/rules';

/** What an operator asks, its decorators read into it. */
export interface OperatorReading {
  /** Of which of the fact's values it is asked, where the fact has several. */
  readonly factQuantifier: 'some' | 'every' | null;
  /** Against which of the values beside it, where there are several. */
  readonly valueQuantifier: 'some' | 'every' | null;
  /** An operator without decorators, told from the fact's side; one that the core does not know as it is written. */
  readonly relation: string;
}

/** `everyFact:not:in` and its like, taken apart as the core does: every one of the fact's values, `notIn`. */
export function readOperator(written: string): OperatorReading {
  const form = operatorForm(written);
  if (form === null) return { factQuantifier: null, valueQuantifier: null, relation: written };
  const { quantifiers, relation } = form;
  const inner = quantifiers.at(-1);
  // The innermost is part of the operator where one of the ten says both: equal to some of a list is `in`.
  const folded = inner === undefined ? null : operatorOf({ quantifiers: [inner], relation });
  const outer = folded === null ? quantifiers : quantifiers.slice(0, -1);
  const asked = (side: 'fact' | 'value') => {
    const found = outer.find((quantifier) => quantifier.side === side);
    return found === undefined ? null : found.isEvery ? 'every' : 'some';
  };
  return { factQuantifier: asked('fact'), valueQuantifier: asked('value'), relation: folded ?? relation };
}
