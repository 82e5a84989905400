import type { AccountSpace } from './account-space.ts';
import type { Budget } from '../budget.ts';
import { eliminate } from '../numbers/eliminate.ts';
import type { LinearConstraint } from '../numbers/linear.ts';
import { compareAtoms } from './number-atom.ts';
import type { NumberAtom } from './number-atom.ts';
import type { Clause, Literal } from '../search/solver.ts';

/** A clause that says which of some statements about facts cannot hold together; null where they all can. */
export function conflictOf(space: AccountSpace, statements: readonly Literal[], budget: Budget): Clause | null {
  return textConflict(space, statements) ?? numberConflict(space, statements, budget);
}

/** A text has one value, and where all it may have are declared, one of those. */
function textConflict({ texts, catalogue }: AccountSpace, statements: readonly Literal[]): Clause | null {
  const values = new Map<string, Literal>();
  const excluded = new Map<string, Map<string, Literal>>();
  for (const literal of statements) {
    const text = texts.get(literal >> 1);
    if (text === undefined) continue;
    if (literal % 2 === 0) {
      const other = values.get(text.fact);
      if (other !== undefined) return [other ^ 1, literal ^ 1];
      values.set(text.fact, literal);
      continue;
    }
    const without = excluded.get(text.fact) ?? new Map<string, Literal>();
    excluded.set(text.fact, without.set(text.value, literal));
    const declared = catalogue.get(text.fact)?.values;
    if (declared?.every((value) => without.has(value)) === true) return [...without.values()].map((one) => one ^ 1);
  }
  return null;
}

/** What looking at a statement about numbers costs. */
const STEPS_OF_A_STATEMENT = 5;

interface Bound {
  readonly literal: Literal;
  readonly atom: NumberAtom;
}

function numberConflict(space: AccountSpace, statements: readonly Literal[], budget: Budget): Clause | null {
  budget.left -= STEPS_OF_A_STATEMENT * statements.length;
  for (const part of connected(tightest(space, statements))) {
    // Statements on one number are in order, its own bounds among them: the search has seen to it.
    if (part.every(({ atom }) => atom.form.terms.size === 1)) continue;
    const key = part.map(({ literal }) => literal).join(' ');
    const known = space.solved.get(key);
    const clause = known === undefined ? solved(space, part, budget) : known;
    if (known === undefined) space.solved.set(key, clause);
    if (clause !== null) return clause;
  }
  return null;
}

function solved({ bounds }: AccountSpace, part: readonly Bound[], budget: Budget): Clause | null {
  const stated = new Map<LinearConstraint, Literal>();
  for (const { literal, atom } of part) stated.set(literal % 2 === 0 ? atom.whereTrue : atom.whereFalse, literal);
  const names = new Set(part.flatMap(({ atom }) => [...atom.form.terms.keys()]));
  const given = [...names].flatMap((name) => bounds.get(name) ?? []);
  const found = eliminate([...stated.keys(), ...given], null, budget);
  if (found.kind !== 'infeasible') return null;
  return found.origins.flatMap((origin) => {
    const literal = stated.get(origin);
    return literal === undefined ? [] : [literal ^ 1];
  });
}

/** Of the statements on one form the tightest from above and from below: the others follow. In order of their literals. */
export function tightest({ numbers }: AccountSpace, statements: readonly Literal[]): Bound[] {
  const kept = new Map<string, Bound>();
  for (const literal of statements) {
    const atom = numbers.get(literal >> 1);
    if (atom === undefined) continue;
    const isUpper = literal % 2 === 0;
    const key = `${atom.form.key}${isUpper ? ' upper' : ' lower'}`;
    const other = kept.get(key)?.atom;
    const isTighter = other === undefined || compareAtoms(atom, other) < 0 === isUpper;
    if (isTighter) kept.set(key, { literal, atom });
  }
  return [...kept.values()].sort((a, b) => a.literal - b.literal);
}

/** Statements that share numbers, directly or through others, apart from those that do not. */
function connected(all: readonly Bound[]): Bound[][] {
  const parents = new Map<string, string>();
  const root = (name: string): string => {
    let top = name;
    for (let next = parents.get(top); next !== undefined; next = parents.get(top)) top = next;
    if (top !== name) parents.set(name, top);
    return top;
  };
  for (const { atom } of all) {
    const [first, ...others] = [...atom.form.terms.keys()].map(root);
    for (const other of others)
      if (first !== undefined && root(other) !== root(first)) parents.set(root(other), root(first));
  }
  const parts = new Map<string, Bound[]>();
  for (const bound of all) {
    const [name = ''] = bound.atom.form.terms.keys();
    const part = parts.get(root(name)) ?? [];
    parts.set(root(name), part);
    part.push(bound);
  }
  return [...parts.values()];
}
