import type { BoundLeaf } from '../../judge/bound-condition.ts';
import type { CatalogueFact } from '../../language/fact.ts';
import type { AccountSpace } from './account-space.ts';
import { opaqueStatement, plainStatement } from './opaque-statement.ts';
import { questionKey } from '../question.ts';
import type { Question } from '../question.ts';
import { allOf, anyOf } from '../search/gates.ts';
import { addClause, ALWAYS } from '../search/solver.ts';
import type { Literal } from '../search/solver.ts';
import type { Truth } from './truth.ts';

/** A leaf on a text, a set or a fact that is true or false. Only the contract of a cross pool is absent by nature. */
export function encodePlainLeaf(space: AccountSpace, leaf: BoundLeaf): Truth {
  const { fact, operand, operator } = leaf;
  const isAffirmed = leaf.quantifiers.length > 0 || ['equal', 'in', 'contains'].includes(operator);
  const isSo = affirmed(space, leaf) ^ (isAffirmed ? 0 : 1);
  const names = [fact.name, ...(operand.kind === 'fact' ? [operand.fact.name] : [])];
  const scope = space.catalogue.get('scope');
  const present = names.includes('contract') && scope !== undefined ? textIs(space, scope, 'isolated') : ALWAYS;
  if (present === ALWAYS) return { yes: isSo, no: isSo ^ 1 };
  return { yes: allOf(space.gates, [present, isSo]), no: allOf(space.gates, [present, isSo ^ 1]) };
}

/** The statement that the fact equals, is among, or contains what it is compared with. */
function affirmed(space: AccountSpace, leaf: BoundLeaf): Literal {
  const { fact, operand } = leaf;
  if (leaf.quantifiers.length > 0) return quantified(space, leaf, leaf.quantifiers, null);
  switch (operand.kind) {
    case 'boolean':
      return isTrue(space, fact.name) ^ (operand.value ? 0 : 1);
    case 'texts':
      if (fact.type === 'set') return contains(space, fact.name, operand.values[0] ?? '');
      return anyOf(
        space.gates,
        operand.values.map((value) => textIs(space, fact, value)),
      );
    case 'fact':
      if (fact.type === 'boolean') return isSame(space, fact.name, operand.fact.name);
      return asked(space, between(fact, operand.fact), leaf);
    case 'numbers':
      return opaqueStatement(space, ['leaf', leaf.key], { leaf, order: null });
  }
}

/**
 * Of every or some member of a set and a list of texts: what the set contains settles it where the members of the set
 * are asked of last, or where both sides are asked of alike, so that the order does not matter.
 */
function quantified(
  space: AccountSpace,
  leaf: BoundLeaf,
  quantifiers: BoundLeaf['quantifiers'],
  value: string | null,
): Literal {
  const { fact, operand, operator } = leaf;
  const ofValues = quantifiers.find(({ side }) => side === 'value');
  const [first, second] = quantifiers;
  if (
    ofValues !== undefined &&
    operand.kind === 'texts' &&
    (first === ofValues || first?.isEvery === second?.isEvery)
  ) {
    const rest = quantifiers.filter((one) => one !== ofValues);
    const each = operand.values.map((text) => quantified(space, leaf, rest, text));
    return ofValues.isEvery ? allOf(space.gates, each) : anyOf(space.gates, each);
  }
  const negation = operator === 'equal' ? 0 : 1;
  if (value !== null && first === undefined && fact.type === 'text') return textIs(space, fact, value) ^ negation;
  const isContained = fact.type === 'set' && quantifiers.length === 1 && first?.isEvery === (operator === 'notEqual');
  if (value !== null && isContained) return contains(space, fact.name, value) ^ negation;
  return opaqueStatement(space, ['leaf', leaf.key, ...(value === null ? [] : [value])], { leaf, order: null });
}

function isSame(space: AccountSpace, fact: string, other: string): Literal {
  const [one, two] = [isTrue(space, fact), isTrue(space, other)];
  return anyOf(space.gates, [allOf(space.gates, [one, two]), allOf(space.gates, [one ^ 1, two ^ 1])]);
}

/** What a comparison of two texts, or of a text and a set, asks: the same from both sides. */
function between(fact: CatalogueFact, other: CatalogueFact): Question {
  if (fact.type === 'set') return { kind: 'contains-fact', fact: fact.name, other: other.name };
  if (other.type === 'set') return { kind: 'contains-fact', fact: other.name, other: fact.name };
  const [first, second] = fact.name < other.name ? [fact, other] : [other, fact];
  return { kind: 'same', fact: first.name, other: second.name };
}

function isTrue(space: AccountSpace, fact: string): Literal {
  return asked(space, { kind: 'is-true', fact }, null);
}

function contains(space: AccountSpace, fact: string, member: string): Literal {
  return asked(space, { kind: 'contains', fact, member }, null);
}

/** The statement that the answer is yes; `leaf` asks what is not solved for, null = what no other statement bears on. */
function asked(space: AccountSpace, question: Question, leaf: BoundLeaf | null): Literal {
  const key = questionKey(question);
  const statement = leaf === null ? plainStatement(space, ...key) : opaqueStatement(space, key, { leaf, order: null });
  space.questions.set(statement >> 1, question);
  return statement;
}

/** The statement that a text has a value; never two of a fact at once, which is found out when it comes up. */
function textIs(space: AccountSpace, fact: CatalogueFact, value: string): Literal {
  const statement = plainStatement(space, 'text', fact.name, value);
  if (space.texts.has(statement >> 1)) return statement;
  space.texts.set(statement >> 1, { fact: fact.name, value });
  if (fact.values !== null && !fact.values.includes(value)) addClause(space.gates.solver, [statement ^ 1]);
  return statement;
}
