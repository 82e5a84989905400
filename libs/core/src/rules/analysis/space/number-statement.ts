import { negate, ONE, ZERO } from '../../../num/index.ts';
import type { AccountSpace } from './account-space.ts';
import { declaredBounds, factOfNumber } from './account-space.ts';
import { formAtom } from './form-atom.ts';
import { holdsTrivially, linear } from '../numbers/linear.ts';
import type { LinearConstraint } from '../numbers/linear.ts';
import { compareFractions, compareStrictness, placeIn } from './number-atom.ts';
import type { Fraction, NumberAtom } from './number-atom.ts';
import { aboveZero } from './region.ts';
import { allOf } from '../search/gates.ts';
import { addClause, ALWAYS, NEVER } from '../search/solver.ts';
import type { Literal } from '../search/solver.ts';

/** The statement that a linear constraint holds. */
export function numberStatement(space: AccountSpace, constraint: LinearConstraint): Literal {
  const { terms, constant, relation } = constraint;
  if (terms.size === 0) return holdsTrivially(constraint) ? ALWAYS : NEVER;
  for (const name of terms.keys()) knowNumber(space, name);
  const atMost = formAtom(space, terms, constant, false);
  if (atMost.isNew) chainRatios(space, atMost.atom);
  if (relation === '<=') return atMost.literal;
  const below = formAtom(space, terms, constant, true);
  if (below.isNew) chainRatios(space, below.atom);
  return relation === '<' ? below.literal : allOf(space.gates, [atMost.literal, below.literal ^ 1]);
}

/**
 * States beyond all doubt what a single number is, such as that a maintenance margin is above zero: a scope that has
 * one holds a position.
 */
export function give(space: AccountSpace, constraint: LinearConstraint): void {
  if (constraint.key === HAS_MARGIN.key) give(space, HAS_POSITION);
  addClause(space.gates.solver, [numberStatement(space, constraint)]);
  for (const name of constraint.terms.keys()) space.bounds.set(name, [...(space.bounds.get(name) ?? []), constraint]);
}

const HAS_MARGIN = aboveZero('maintenanceMargin');
const HAS_POSITION = aboveZero('positionCount');

/** Makes a number known, with the bounds that it is declared with. */
export function knowNumber(space: AccountSpace, name: string): void {
  if (space.bounds.has(name)) return;
  space.bounds.set(name, []);
  for (const bound of declaredBounds(name, factOfNumber(name, space))) give(space, bound);
}

/**
 * x < c · y implies x < d · y where c < d and y > 0, and also where x > 0 and c > 0: so the thresholds of a ratio are
 * ordered as those of a single number are, which the search would otherwise find out pair by pair.
 */
function chainRatios(space: AccountSpace, atom: NumberAtom): void {
  const [first, second, ...others] = atom.form.terms;
  if (first === undefined || second === undefined || others.length > 0 || atom.threshold.numerator !== 0n) return;
  const [[x, a], [y, b]] = [first, second];
  const ratio: Fraction = { numerator: -b, denominator: a };
  const key = `${x} ÷ ${y}`;
  const family = space.ratios.get(key) ?? [];
  space.ratios.set(key, family);
  const order = (other: NumberAtom) =>
    compareFractions(ratioOf(other), ratio) || compareStrictness(other.isStrict, atom.isStrict);
  const place = placeIn(family, (other) => order(other) <= 0);
  const [before, next] = [family[place - 1], family[place]];
  family.splice(place, 0, atom);
  const positives = [y, ...(ratio.numerator > 0n ? [x] : [])].map((name) => numberStatement(space, aboveZero(name)));
  for (const positive of positives) {
    if (before !== undefined && (positive === positives[0] || ratioOf(before).numerator > 0n)) {
      addClause(space.gates.solver, [positive ^ 1, before.literal ^ 1, atom.literal]);
    }
    if (next !== undefined) addClause(space.gates.solver, [positive ^ 1, atom.literal ^ 1, next.literal]);
  }
}

function ratioOf({ form }: NumberAtom): Fraction {
  const [first, second] = form.terms;
  return { numerator: -(second?.[1] ?? 0n), denominator: first?.[1] ?? 1n };
}

const MINUS_ONE = negate(ONE);

/** Whether a number lies below, at or below another: the two statements that tell all their orders apart. */
export function orderOf(space: AccountSpace, number: string, other: string): { below: Literal; atMost: Literal } {
  const factors = [
    [number, ONE],
    [other, MINUS_ONE],
  ] as const;
  return {
    below: numberStatement(space, linear(factors, ZERO, '<')),
    atMost: numberStatement(space, linear(factors, ZERO, '<=')),
  };
}
