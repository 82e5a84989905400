import { compare, InvariantError } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { BoundLeaf } from '../judge/bound-condition.ts';
import { emitBelow } from './emitter.ts';
import type { Emitter, Instruction, Target } from './emitter.ts';
import { isNumeric } from '../language/fact.ts';
import type { Operator } from '../language/operators.ts';
import { answerPair, factPair, limitPair, mirrored } from './slot-pair.ts';
import type { SlotPair } from './slot-pair.ts';

/** Emits a leaf as comparisons by `<` alone, and returns the first of them. */
export function emitLeaf(leaf: BoundLeaf, whenTrue: Target, whenFalse: Target, emitter: Emitter): Instruction {
  const before = emitter.instructions.length;
  const entry = emitted(leaf, whenTrue, whenFalse, emitter);
  const count = emitter.instructions.length - before;
  emitter.leaves.push({ leaf, rule: emitter.rule, entry, count, whenTrue });
  return entry;
}

function emitted(leaf: BoundLeaf, whenTrue: Target, whenFalse: Target, emitter: Emitter): Instruction {
  const { fact, operator, operand } = leaf;
  const { slots, catalogue } = emitter;
  if (!isNumeric(fact)) {
    return emitBelow(emitter, answerPair(slots, leaf), whenFalse, whenTrue);
  }
  if (operand.kind === 'fact') {
    return emitRelation(operator, factPair(slots, catalogue, fact, operand.fact), whenTrue, whenFalse, emitter);
  }
  if (operand.kind !== 'numbers') throw new InvariantError(`a number is not compared with a ${operand.kind}`);
  if (operator === 'in') return emitAmong(leaf, distinct(operand.values), whenTrue, whenFalse, emitter);
  if (operator === 'notIn') return emitAmong(leaf, distinct(operand.values), whenFalse, whenTrue, emitter);
  const pair = limitPair(slots, catalogue, fact, first(operand.values));
  return emitRelation(operator, pair, whenTrue, whenFalse, emitter);
}

function emitRelation(
  operator: Operator,
  pair: SlotPair,
  whenTrue: Target,
  whenFalse: Target,
  emitter: Emitter,
): Instruction {
  switch (operator) {
    case 'lessThan':
      return emitBelow(emitter, pair, whenTrue, whenFalse);
    case 'greaterThanInclusive':
      return emitBelow(emitter, pair, whenFalse, whenTrue);
    case 'greaterThan':
      return emitBelow(emitter, mirrored(pair), whenTrue, whenFalse);
    case 'lessThanInclusive':
      return emitBelow(emitter, mirrored(pair), whenFalse, whenTrue);
    case 'equal': {
      const notBelow = emitBelow(emitter, mirrored(pair), whenFalse, whenTrue);
      return emitBelow(emitter, pair, whenFalse, notBelow);
    }
    case 'notEqual':
      return emitRelation('equal', pair, whenFalse, whenTrue, emitter);
    default:
      throw new InvariantError(`${operator} does not compare two numbers`);
  }
}

/** Whether the fact is one of these values, in ascending order: halved until one is left. */
function emitAmong(
  leaf: BoundLeaf,
  values: readonly Decimal[],
  whenTrue: Target,
  whenFalse: Target,
  emitter: Emitter,
): Instruction {
  if (values.length === 1) {
    const pair = limitPair(emitter.slots, emitter.catalogue, leaf.fact, first(values));
    return emitRelation('equal', pair, whenTrue, whenFalse, emitter);
  }
  const half = Math.floor(values.length / 2);
  const upper = emitAmong(leaf, values.slice(half), whenTrue, whenFalse, emitter);
  const lower = emitAmong(leaf, values.slice(0, half), whenTrue, whenFalse, emitter);
  const pair = limitPair(emitter.slots, emitter.catalogue, leaf.fact, first(values.slice(half)));
  return emitBelow(emitter, pair, lower, upper);
}

/** In ascending order, equal ones once. */
function distinct(values: readonly Decimal[]): Decimal[] {
  const sorted = values.toSorted(compare);
  return sorted.filter((value, at) => at === 0 || compare(value, sorted[at - 1] ?? value) !== 0);
}

function first(values: readonly Decimal[]): Decimal {
  const [value] = values;
  if (value === undefined) throw new InvariantError('nothing to compare with');
  return value;
}
