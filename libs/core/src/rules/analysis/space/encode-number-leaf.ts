import { InvariantError, negate, ONE, ZERO } from '../../../num/index.ts';
import type { Decimal } from '../../../num/index.ts';
import type { BoundLeaf } from '../../judge/bound-condition.ts';
import { isRatio } from '../../language/fact.ts';
import type { CatalogueFact } from '../../language/fact.ts';
import { relationOf, takesList } from '../../language/operators.ts';
import { TRUE } from '../../judge/verdict.ts';
import type { AccountSpace, Parts } from './account-space.ts';
import { lowered } from './account-space.ts';
import { linear } from '../numbers/linear.ts';
import type { LinearConstraint, Relation } from '../numbers/linear.ts';
import { knowNumber, numberStatement, orderOf } from './number-statement.ts';
import { opaqueStatement } from './opaque-statement.ts';
import { aboveZero } from './region.ts';
import { allOf, anyOf } from '../search/gates.ts';
import { addClause, ALWAYS } from '../search/solver.ts';
import type { Literal } from '../search/solver.ts';
import type { Truth } from './truth.ts';

/** Where an observed number lies: below the compared one, at or below it. */
interface Order {
  readonly below: Literal;
  readonly atMost: Literal;
}

/**
 * A leaf on a number or ratio. It is unknown only where a denominator is not above zero: a ratio is compared by
 * cross multiplication, which is linear but for two ratios without a part in common.
 */
export function encodeNumberLeaf(space: AccountSpace, leaf: BoundLeaf, worse: string | null): Truth {
  const { fact, operand, operator } = leaf;
  const parts = partsOf(space, fact, worse);
  const others = operand.kind === 'fact' ? [partsOf(space, operand.fact, worse)] : [];
  const denominators = [parts, ...others].flatMap(({ denominator }) => denominator ?? []);
  const present = allOf(
    space.gates,
    denominators.map((name) => numberStatement(space, aboveZero(name))),
  );
  const orders =
    operand.kind === 'numbers'
      ? operand.values.map((limit) => orderOfLimit(space, parts, limit))
      : others.map((other) => orderOfParts(space, parts, other, leaf));
  const isHit = takesList(operator) ? isOneOf(space, orders, operator === 'in') : isRelated(space, orders, leaf);
  if (present === ALWAYS) return { yes: isHit, no: isHit ^ 1 };
  return { yes: allOf(space.gates, [present, isHit]), no: allOf(space.gates, [present, isHit ^ 1]) };
}

function partsOf(space: AccountSpace, fact: CatalogueFact, worse: string | null): Parts {
  const named = (name: string) => (name === worse ? lowered(space, name) : name);
  return isRatio(fact)
    ? { numerator: named(fact.numerator), denominator: named(fact.denominator) }
    : { numerator: named(fact.name), denominator: null };
}

function isOneOf({ gates }: AccountSpace, orders: readonly Order[], isIn: boolean): Literal {
  const isOne = anyOf(
    gates,
    orders.map(({ below, atMost }) => allOf(gates, [atMost, below ^ 1])),
  );
  return isIn ? isOne : isOne ^ 1;
}

function isRelated({ gates }: AccountSpace, [order]: readonly Order[], { operator }: BoundLeaf): Literal {
  const relation = relationOf(operator);
  if (relation === null || order === undefined) throw new InvariantError(`${operator} does not compare two numbers`);
  const { below, atMost } = order;
  return anyOf(gates, [
    ...(relation.below === TRUE ? [below] : []),
    ...(relation.at === TRUE ? [allOf(gates, [atMost, below ^ 1])] : []),
    ...(relation.above === TRUE ? [atMost ^ 1] : []),
  ]);
}

/** Numerator against limit · denominator. */
function orderOfLimit(space: AccountSpace, { numerator, denominator }: Parts, limit: Decimal): Order {
  const against = (relation: Relation): LinearConstraint =>
    denominator === null
      ? linear([[numerator, ONE]], negate(limit), relation)
      : linear(
          [
            [numerator, ONE],
            [denominator, negate(limit)],
          ],
          ZERO,
          relation,
        );
  return { below: numberStatement(space, against('<')), atMost: numberStatement(space, against('<=')) };
}

function orderOfParts(space: AccountSpace, one: Parts, other: Parts, leaf: BoundLeaf): Order {
  if (one.denominator === other.denominator) return orderOf(space, one.numerator, other.numerator);
  const isShared = one.numerator === other.numerator;
  if (!isShared || one.denominator === null || other.denominator === null) return opaqueOrder(space, one, other, leaf);
  return orderOfShared(space, one.numerator, one.denominator, other.denominator);
}

/** n ÷ d against n ÷ e with d, e > 0: for n > 0 it is e against d, for n < 0 d against e, for n = 0 they are equal. */
function orderOfShared(space: AccountSpace, numerator: string, denominator: string, other: string): Order {
  const { gates } = space;
  const isNegative = numberStatement(space, linear([[numerator, ONE]], ZERO, '<'));
  const isAtMostZero = numberStatement(space, linear([[numerator, ONE]], ZERO, '<='));
  const { below, atMost } = orderOf(space, denominator, other);
  const isBelow = anyOf(gates, [allOf(gates, [isAtMostZero ^ 1, atMost ^ 1]), allOf(gates, [isNegative, below])]);
  const isSame = anyOf(gates, [allOf(gates, [isAtMostZero, isNegative ^ 1]), allOf(gates, [atMost, below ^ 1])]);
  return { below: isBelow, atMost: anyOf(gates, [isBelow, isSame]) };
}

/** An order that is not linear: it is asked for, and an account that rests on it is judged itself. */
function opaqueOrder(space: AccountSpace, one: Parts, other: Parts, leaf: BoundLeaf): Order {
  const said = [...partNames(one), ...partNames(other)];
  if (JSON.stringify(partNames(other)) < JSON.stringify(partNames(one))) {
    const { below, atMost } = opaqueOrder(space, other, one, leaf);
    return { below: atMost ^ 1, atMost: below ^ 1 };
  }
  for (const name of [one, other].flatMap(({ numerator, denominator }) => [numerator, denominator ?? numerator])) {
    knowNumber(space, name);
  }
  const below = opaqueStatement(space, ['below', ...said], { leaf, order: { one, other, isStrict: true } });
  const atMost = opaqueStatement(space, ['at most', ...said], { leaf, order: { one, other, isStrict: false } });
  addClause(space.gates.solver, [below ^ 1, atMost]);
  return { below, atMost };
}

/** Always two, the second empty for a denominator of 1: no fact has an empty name. */
function partNames({ numerator, denominator }: Parts): [string, string] {
  return [numerator, denominator ?? ''];
}
