import { addClause, ALWAYS, NEVER, newSolver, newVariable } from './solver.ts';
import type { Literal, Solver } from './solver.ts';

/** Statements made of others: each is an `all`, so that `any` is the negation of an `all` of negations. */
export interface Gates {
  readonly solver: Solver;
  /** By variable: the parts of an `all`; absent where the variable is a statement of its own. */
  readonly parts: Map<number, readonly Literal[]>;
  readonly byParts: Map<string, Literal>;
}

export function newGates(): Gates {
  return { solver: newSolver(), parts: new Map(), byParts: new Map() };
}

/** The statement that all of some hold; the same for the same parts. */
export function allOf({ solver, parts, byParts }: Gates, literals: readonly Literal[]): Literal {
  const distinct = [...new Set(literals)].filter((literal) => literal !== ALWAYS).sort((a, b) => a - b);
  if (distinct.some((literal) => literal === NEVER || (literal % 2 === 0 && distinct.includes(literal + 1)))) {
    return NEVER;
  }
  const [only] = distinct;
  if (only === undefined) return ALWAYS;
  if (distinct.length === 1) return only;
  const key = distinct.join(' ');
  const known = byParts.get(key);
  if (known !== undefined) return known;
  const gate = newVariable(solver);
  parts.set(gate >> 1, distinct);
  byParts.set(key, gate);
  for (const literal of distinct) addClause(solver, [gate ^ 1, literal]);
  addClause(solver, [gate, ...distinct.map((literal) => literal ^ 1)]);
  return gate;
}

/** The statement that at least one of some holds. */
export function anyOf(gates: Gates, literals: readonly Literal[]): Literal {
  const none = allOf(
    gates,
    literals.map((literal) => literal ^ 1),
  );
  return none ^ 1;
}
