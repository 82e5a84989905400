import { compare, InvariantError } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Comparison, Operand } from './bound-condition.ts';
import type { CatalogueFact } from '../language/fact.ts';
import { operatorOf } from '../language/operator-form.ts';
import type { OperatorForm, Quantifier, Relation } from '../language/operator-form.ts';

/**
 * The comparison that an operator's form makes of a fact and what it is compared with. Of numbers it is always one of
 * the ten operators: `someValue:lessThan` of a list is `lessThan` of its largest member.
 *
 * Throws `InvariantError` for what `checkLeaf` refuses.
 */
export function comparisonOf(fact: CatalogueFact, form: OperatorForm, operand: Operand): Comparison {
  const operator = operatorOf(form);
  if (operator !== null) return { fact, operator, quantifiers: [], operand };
  const { quantifiers, relation } = form;
  if (operand.kind !== 'numbers') return { fact, operator: relation, quantifiers, operand };
  const [quantifier] = quantifiers;
  if (quantifier === undefined) throw new InvariantError('a form without quantifiers is an operator');
  const limit = deciding(relation, quantifier, operand.values);
  return { fact, operator: relation, quantifiers: [], operand: { kind: 'numbers', values: [limit] } };
}

/** Of a list of numbers the one that decides: below some is below the largest, below every is below the smallest. */
function deciding(relation: Relation, { isEvery }: Quantifier, values: readonly Decimal[]): Decimal {
  const sorted = values.toSorted(compare);
  const isBelow = relation === 'lessThan' || relation === 'lessThanInclusive';
  // `equal` and `notEqual` come here with one value, written once or more often: the check refuses any other.
  const limit = isBelow === isEvery ? sorted[0] : sorted.at(-1);
  if (limit === undefined) throw new InvariantError('nothing to compare with');
  return limit;
}
