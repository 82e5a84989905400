import { InvariantError } from '../../num/index.ts';
import type { Comparison, LeafTest, Operand } from './bound-condition.ts';
import type { CatalogueFact } from '../language/fact.ts';
import type { Quantifier } from '../language/operator-form.ts';
import { setReader, textReader } from './read-fact.ts';
import type { Reader } from './read-fact.ts';
import { FALSE, TRUE, UNKNOWN } from './verdict.ts';

/**
 * The test of a leaf that asks of every or some member of lists of texts. Of a list without members every holds and
 * some does not, as in json-rules-engine; a list that is not known is unknown.
 */
export function membersTest({ fact, operator, quantifiers, operand }: Comparison): LeafTest {
  const left = textsReader(fact);
  const right = operandReader(operand);
  const isEqual = operator === 'equal';
  return (facts) => {
    const observed = left(facts);
    const compared = right(facts);
    if (observed === null || compared === null) return UNKNOWN;
    return holds(quantifiers, 0, observed, compared, isEqual) ? TRUE : FALSE;
  };
}

/** Whether the relation holds of lists, the quantifiers from `at` on still to be asked; one value is a list of one. */
function holds(
  quantifiers: readonly Quantifier[],
  at: number,
  observed: readonly string[],
  compared: readonly string[],
  isEqual: boolean,
): boolean {
  const quantifier = quantifiers[at];
  if (quantifier === undefined) return (observed[0] === compared[0]) === isEqual;
  const { side, isEvery } = quantifier;
  for (const member of side === 'fact' ? observed : compared) {
    const isHeld =
      side === 'fact'
        ? holds(quantifiers, at + 1, [member], compared, isEqual)
        : holds(quantifiers, at + 1, observed, [member], isEqual);
    if (isHeld !== isEvery) return isHeld;
  }
  return isEvery;
}

function textsReader(fact: CatalogueFact): Reader<readonly string[]> {
  if (fact.type === 'set') return setReader(fact);
  const read = textReader(fact);
  return (facts) => {
    const value = read(facts);
    return value === null ? null : [value];
  };
}

function operandReader(operand: Operand): Reader<readonly string[]> {
  if (operand.kind === 'fact') return textsReader(operand.fact);
  if (operand.kind !== 'texts') throw new InvariantError(`members are not compared with a ${operand.kind}`);
  return () => operand.values;
}
