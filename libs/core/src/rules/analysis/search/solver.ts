/** A statement that is true or false: twice the number of its variable, plus 1 where it is the negation. */
export type Literal = number;

/** Statements of which at least one holds. The first two are watched. */
export type Clause = Literal[];

/** The statement that is always true, and the one that never is. */
export const ALWAYS: Literal = 0;
export const NEVER: Literal = 1;

/**
 * What is known while an assignment is searched for that satisfies clauses: two literals of each clause are watched,
 * and every conflict leaves a clause behind that keeps it from coming again. One search at a time.
 */
export interface Solver {
  /** By literal: 1 true, −1 false, 0 open. */
  readonly values: number[];
  /** By variable: the depth of decisions at which it got its value. */
  readonly depths: number[];
  /** By variable: the clause that forced its value; null for a decision. */
  readonly reasons: (Clause | null)[];
  /** By literal: the clauses that watch it. */
  readonly watches: Clause[][];
  /** What is assigned, in order. */
  readonly trail: Literal[];
  /** How long the trail was when each decision was made. */
  readonly decisions: number[];
  /** How much of the trail has been followed up. */
  followed: number;
  /** Whether the clauses contradict one another whatever is assumed. */
  isContradictory: boolean;
}

export function newSolver(): Solver {
  const solver: Solver = {
    values: [],
    depths: [],
    reasons: [],
    watches: [],
    trail: [],
    decisions: [],
    followed: 0,
    isContradictory: false,
  };
  const always = newVariable(solver);
  assign(solver, always, null);
  return solver;
}

/** A variable more; gives the literal that says it. */
export function newVariable(solver: Solver): Literal {
  const literal = solver.values.length;
  solver.values.push(0, 0);
  solver.watches.push([], []);
  solver.depths.push(0);
  solver.reasons.push(null);
  return literal;
}

export function assign({ values, depths, reasons, trail, decisions }: Solver, literal: Literal, reason: Clause | null) {
  values[literal] = 1;
  values[literal ^ 1] = -1;
  depths[literal >> 1] = decisions.length;
  reasons[literal >> 1] = reason;
  trail.push(literal);
}

/** Takes back every decision deeper than `depth`, and what followed from it. */
export function retract(solver: Solver, depth: number): void {
  const { values, trail, decisions } = solver;
  const length = decisions[depth];
  if (length === undefined) return;
  for (let at = length; at < trail.length; at += 1) {
    const literal = trail[at] as Literal;
    values[literal] = 0;
    values[literal ^ 1] = 0;
  }
  trail.length = length;
  decisions.length = depth;
  solver.followed = length;
}

/** A clause more, between two searches. */
export function addClause(solver: Solver, literals: readonly Literal[]): void {
  retract(solver, 0);
  const { values } = solver;
  if (literals.some((literal) => values[literal] === 1 || literals.includes(literal ^ 1))) return;
  const open = [...new Set(literals)].filter((literal) => values[literal] === 0);
  const [first] = open;
  if (first === undefined) solver.isContradictory = true;
  else if (open.length === 1) assign(solver, first, null);
  else watch(solver, open);
}

/** Begins to watch the first two literals of a clause. */
export function watch({ watches }: Solver, clause: Clause): void {
  for (const literal of clause.slice(0, 2)) (watches[literal] as Clause[]).push(clause);
}
