import type { AccountSpace } from './account-space.ts';
import { factOfNumber } from './account-space.ts';
import { greatestCommonDivisor, scaled } from '../numbers/linear.ts';
import { compareAtoms, placeIn } from './number-atom.ts';
import type { Form, Fraction, NumberAtom } from './number-atom.ts';
import { addClause, newVariable } from '../search/solver.ts';
import type { Literal } from '../search/solver.ts';

/** A statement about a form, and whether it was made just now. */
export interface FormAtom {
  readonly atom: NumberAtom;
  readonly literal: Literal;
  readonly isNew: boolean;
}

/**
 * The statement Σ terms + constant < 0, or ≤ 0. Statements on one form are ordered by their thresholds, and what
 * follows from that order is known to the search without solving anything.
 */
export function formAtom(
  space: AccountSpace,
  terms: ReadonlyMap<string, bigint>,
  constant: bigint,
  isStrict: boolean,
): FormAtom {
  const { form, factor } = formOf(space, terms);
  const threshold = lowestTerms(factor < 0n ? constant : -constant, factor < 0n ? -factor : factor);
  // Divided by a factor below zero, `below` becomes `above`: the negation of `at or below`.
  const { atom, isNew } = atomOf(space, form, threshold, factor > 0n ? isStrict : !isStrict);
  return { atom, isNew, literal: factor > 0n ? atom.literal : atom.literal ^ 1 };
}

function formOf(space: AccountSpace, terms: ReadonlyMap<string, bigint>): { form: Form; factor: bigint } {
  const names = [...terms.keys()].sort();
  const coefficient = (name: string) => terms.get(name) ?? 0n;
  const divisor = names.map(coefficient).reduce(greatestCommonDivisor, 0n);
  const factor = coefficient(names[0] ?? '') < 0n ? -divisor : divisor;
  const primitive = new Map(names.map((name) => [name, coefficient(name) / factor]));
  const key = names.map((name) => `${String(primitive.get(name))} ${name}`).join(',');
  const known = space.forms.get(key);
  if (known !== undefined) return { form: known, factor };
  const isWhole = names.every((name) => factOfNumber(name, space)?.type === 'integer');
  const form: Form = { key, terms: primitive, isWhole, atoms: [] };
  space.forms.set(key, form);
  return { form, factor };
}

function atomOf(
  space: AccountSpace,
  form: Form,
  asked: Fraction,
  isBelow: boolean,
): { readonly atom: NumberAtom; readonly isNew: boolean } {
  const { threshold, isStrict } = form.isWhole ? wholeBound(asked, isBelow) : { threshold: asked, isStrict: isBelow };
  const place = placeIn(form.atoms, (other) => compareAtoms(other, { threshold, isStrict }) < 0);
  const [before, next] = [form.atoms[place - 1], form.atoms[place]];
  if (next !== undefined && compareAtoms(next, { threshold, isStrict }) === 0) return { atom: next, isNew: false };
  const { solver } = space.gates;
  const { numerator, denominator } = threshold;
  const atom: NumberAtom = {
    form,
    threshold,
    isStrict,
    literal: newVariable(solver),
    whereTrue: scaled(form.terms, denominator, -numerator, isStrict ? '<' : '<='),
    whereFalse: form.isWhole
      ? scaled(form.terms, -1n, numerator + 1n, '<=')
      : scaled(form.terms, -denominator, numerator, isStrict ? '<=' : '<'),
  };
  form.atoms.splice(place, 0, atom);
  space.numbers.set(atom.literal >> 1, atom);
  if (before !== undefined) addClause(solver, [before.literal ^ 1, atom.literal]);
  if (next !== undefined) addClause(solver, [atom.literal ^ 1, next.literal]);
  return { atom, isNew: true };
}

/** The same bound of a form whose values are whole: always `at or below` a whole number. */
function wholeBound({ numerator, denominator }: Fraction, isBelow: boolean) {
  const rest = numerator % denominator;
  const floor = numerator / denominator - (rest < 0n ? 1n : 0n);
  return { threshold: { numerator: isBelow && rest === 0n ? floor - 1n : floor, denominator: 1n }, isStrict: false };
}

function lowestTerms(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}
