import { InvariantError } from '../../num/index.ts';
import type { Comparison, LeafTest, Operand } from './bound-condition.ts';
import { isNumeric } from '../language/fact.ts';
import type { FactCatalogue } from '../language/fact.ts';
import { membersTest } from './members-test.ts';
import { numberTest } from './number-test.ts';
import { booleanReader, setReader, textReader } from './read-fact.ts';
import type { Reader } from './read-fact.ts';
import { FALSE, TRUE, UNKNOWN } from './verdict.ts';

/**
 * The test of one leaf: exact, without rounding. A ratio is compared by cross multiplication and is unknown where
 * its denominator is not above zero; a missing or bad fact is unknown under every operator.
 */
export function leafTest(comparison: Comparison, catalogue: FactCatalogue): LeafTest {
  if (isNumeric(comparison.fact)) return numberTest(comparison, catalogue);
  if (comparison.quantifiers.length > 0) return membersTest(comparison);
  if (comparison.fact.type === 'set') return setTest(comparison);
  if (comparison.fact.type === 'boolean') return booleanTest(comparison);
  return textTest(comparison);
}

function textTest({ fact, operator, operand }: Comparison): LeafTest {
  const read = textReader(fact);
  const [hit, miss] = operator === 'equal' || operator === 'in' ? [TRUE, FALSE] : [FALSE, TRUE];
  if (operand.kind === 'texts') {
    const values: ReadonlySet<string> = new Set(operand.values);
    return (facts) => {
      const value = read(facts);
      return value === null ? UNKNOWN : values.has(value) ? hit : miss;
    };
  }
  if (operand.kind !== 'fact') throw new InvariantError(`a text is not compared with a ${operand.kind}`);
  const among = operand.fact.type === 'set' ? setReader(operand.fact) : singleton(textReader(operand.fact));
  return (facts) => {
    const value = read(facts);
    const values = among(facts);
    return value === null || values === null ? UNKNOWN : values.includes(value) ? hit : miss;
  };
}

function setTest({ fact, operator, operand }: Comparison): LeafTest {
  const read = setReader(fact);
  const [hit, miss] = operator === 'contains' ? [TRUE, FALSE] : [FALSE, TRUE];
  const member = memberReader(operand);
  return (facts) => {
    const values = read(facts);
    const value = member(facts);
    return values === null || value === null ? UNKNOWN : values.includes(value) ? hit : miss;
  };
}

function memberReader(operand: Operand): Reader<string> {
  if (operand.kind === 'fact') return textReader(operand.fact);
  const member = operand.kind === 'texts' ? operand.values[0] : undefined;
  if (member === undefined) throw new InvariantError('a set contains texts');
  return () => member;
}

function booleanTest({ fact, operator, operand }: Comparison): LeafTest {
  const read = booleanReader(fact);
  const [hit, miss] = operator === 'equal' ? [TRUE, FALSE] : [FALSE, TRUE];
  const compared = operand.kind === 'fact' ? booleanReader(operand.fact) : constant(operand);
  return (facts) => {
    const observed = read(facts);
    const value = compared(facts);
    return observed === null || value === null ? UNKNOWN : observed === value ? hit : miss;
  };
}

function constant(operand: Operand): Reader<boolean> {
  if (operand.kind !== 'boolean') throw new InvariantError(`true or false is not compared with a ${operand.kind}`);
  return () => operand.value;
}

function singleton(read: Reader<string>): Reader<readonly string[]> {
  return (facts) => {
    const value = read(facts);
    return value === null ? null : [value];
  };
}
