import type { Budget } from '../budget.ts';
import { assign } from './solver.ts';
import type { Clause, Literal, Solver } from './solver.ts';

/** Draws every conclusion that a single clause allows; gives a clause that cannot hold any more, null where there is none. */
export function propagate(solver: Solver, budget: Budget): Clause | null {
  const { trail, watches } = solver;
  while (solver.followed < trail.length) {
    const falsified = (trail[solver.followed] as Literal) ^ 1;
    solver.followed += 1;
    const conflict = follow(solver, falsified, watches[falsified] as Clause[], budget);
    if (conflict !== null) return conflict;
  }
  return null;
}

/** What follows from a literal that is now false, in the clauses that watch it; those that no longer do are left out. */
function follow(solver: Solver, falsified: Literal, watching: Clause[], budget: Budget): Clause | null {
  let conflict: Clause | null = null;
  let kept = 0;
  budget.left -= 1 + watching.length;
  for (const clause of watching) {
    if (conflict === null && isMoved(solver, clause, falsified)) continue;
    watching[kept] = clause;
    kept += 1;
    if (conflict !== null) continue;
    const [first] = clause as [Literal];
    const value = solver.values[first];
    if (value === -1) conflict = clause;
    else if (value === 0) assign(solver, first, clause);
  }
  watching.length = kept;
  return conflict;
}

/** Puts the false literal second; whether another, not false, took its place, so that the clause is watched there. */
function isMoved({ values, watches }: Solver, clause: Clause, falsified: Literal): boolean {
  if (clause[0] === falsified) [clause[0], clause[1]] = [clause[1] as Literal, falsified];
  if (values[clause[0] as Literal] === 1) return false;
  for (let at = 2; at < clause.length; at += 1) {
    const literal = clause[at] as Literal;
    if (values[literal] === -1) continue;
    clause[1] = literal;
    clause[at] = falsified;
    (watches[literal] as Clause[]).push(clause);
    return true;
  }
  return false;
}
