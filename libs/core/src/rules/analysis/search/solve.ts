import type { Budget } from '../budget.ts';
import { learn } from './learn.ts';
import { propagate } from './propagate.ts';
import { assign, retract } from './solver.ts';
import type { Clause, Literal, Solver } from './solver.ts';

/** What a search leaves to its caller. */
export interface Guide {
  /** A statement to try next; null where what is assigned is enough. */
  readonly next: () => Literal | null;
  /** A clause that what is assigned breaks although no clause says so; null where all is well. */
  readonly conflict: () => Clause | null;
}

/**
 * Whether the clauses can hold with `assumed` true, as far as `guide` asks; where they can, the assignment stands in
 * the solver until it is used again. `unknown` where the budget runs out.
 */
export function solve(
  solver: Solver,
  assumed: readonly Literal[],
  guide: Guide,
  budget: Budget,
): 'found' | 'none' | 'unknown' {
  retract(solver, 0);
  for (;;) {
    if (solver.isContradictory) return 'none';
    if (budget.left <= 0) return 'unknown';
    const conflict = propagate(solver, budget);
    if (conflict !== null) {
      learn(solver, conflict);
      continue;
    }
    const depth = solver.decisions.length;
    const assumption = assumed[depth];
    if (assumption !== undefined && solver.values[assumption] === -1) return 'none';
    const next = assumption ?? guide.next();
    if (next === null) {
      const clash = guide.conflict();
      if (clash === null) return 'found';
      learn(solver, clash);
      continue;
    }
    solver.decisions.push(solver.trail.length);
    if (solver.values[next] === 0) assign(solver, next, null);
  }
}
