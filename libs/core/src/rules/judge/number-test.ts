import { compare, InvariantError, isPositive, multiply, ONE } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Comparison, LeafTest } from './bound-condition.ts';
import { isRatio } from '../language/fact.ts';
import type { CatalogueFact, FactCatalogue } from '../language/fact.ts';
import { relationOf, takesList } from '../language/operators.ts';
import type { Operator } from '../language/operators.ts';
import { numberReader } from './read-fact.ts';
import type { Reader } from './read-fact.ts';
import type { ScopeFacts } from './scope-facts.ts';
import { FALSE, TRUE, UNKNOWN } from './verdict.ts';
import { factOf } from '../language/fact-of.ts';

/** −1, 0 or 1 as the observed value is below, at or above the compared one; null where either is unknown. */
type Order = (facts: ScopeFacts) => -1 | 0 | 1 | null;

/** The test of a leaf on a number or ratio: exact, by cross multiplication. */
export function numberTest({ fact, operator, operand }: Comparison, catalogue: FactCatalogue): LeafTest {
  const left = partsOf(fact, catalogue);
  if (operand.kind === 'fact') return relationTest(operator, orderOfFacts(left, partsOf(operand.fact, catalogue)));
  if (operand.kind !== 'numbers') throw new InvariantError(`a number is not compared with a ${operand.kind}`);
  const orders = operand.values.map((limit) => orderOfLimit(left, limit));
  const [only] = orders;
  if (only === undefined) throw new InvariantError('nothing to compare with');
  if (!takesList(operator)) return relationTest(operator, only);
  const [hit, miss] = operator === 'in' ? [TRUE, FALSE] : [FALSE, TRUE];
  return (facts) => {
    for (const order of orders) {
      const found = order(facts);
      if (found === null) return UNKNOWN;
      if (found === 0) return hit;
    }
    return miss;
  };
}

/** A number as numerator over denominator; a denominator of null is 1. */
interface Parts {
  readonly numerator: Reader<Decimal>;
  readonly denominator: Reader<Decimal> | null;
}

function partsOf(fact: CatalogueFact, catalogue: FactCatalogue): Parts {
  if (!isRatio(fact)) return { numerator: numberReader(fact), denominator: null };
  return {
    numerator: numberReader(factOf(fact.numerator, catalogue)),
    denominator: numberReader(factOf(fact.denominator, catalogue)),
  };
}

function orderOfLimit({ numerator, denominator }: Parts, limit: Decimal): Order {
  if (denominator === null) {
    return (facts) => {
      const value = numerator(facts);
      return value === null ? null : compare(value, limit);
    };
  }
  return (facts) => {
    const below = denominator(facts);
    if (below === null || !isPositive(below)) return null;
    const value = numerator(facts);
    return value === null ? null : compare(value, multiply(limit, below));
  };
}

function orderOfFacts(left: Parts, right: Parts): Order {
  const leftNumerator = left.numerator;
  const rightNumerator = right.numerator;
  if (left.denominator === null && right.denominator === null) {
    return (facts) => {
      const observed = leftNumerator(facts);
      const compared = observed === null ? null : rightNumerator(facts);
      return observed === null || compared === null ? null : compare(observed, compared);
    };
  }
  return (facts) => {
    const observed = leftNumerator(facts);
    const compared = rightNumerator(facts);
    const observedOver = left.denominator === null ? ONE : left.denominator(facts);
    const comparedOver = right.denominator === null ? ONE : right.denominator(facts);
    if (observed === null || compared === null || observedOver === null || comparedOver === null) return null;
    if (!isPositive(observedOver) || !isPositive(comparedOver)) return null;
    return compare(multiply(observed, comparedOver), multiply(compared, observedOver));
  };
}

function relationTest(operator: Operator, order: Order): LeafTest {
  const relation = relationOf(operator);
  if (relation === null) throw new InvariantError(`${operator} does not compare two numbers`);
  const { below, at, above } = relation;
  return (facts) => {
    const found = order(facts);
    return found === null ? UNKNOWN : found < 0 ? below : found > 0 ? above : at;
  };
}
