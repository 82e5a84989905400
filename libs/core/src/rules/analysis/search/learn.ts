import { assign, retract, watch } from './solver.ts';
import type { Clause, Literal, Solver } from './solver.ts';

/**
 * Takes back the decisions that led to a conflict, and adds the clause that would have ruled it out at once: the
 * first statement of the last decision through which every way to the conflict leads, and what it met from before.
 */
export function learn(solver: Solver, conflict: Clause): void {
  // A conflict that a solver of numbers finds may be older than the last decision.
  retract(solver, Math.max(0, ...conflict.map((literal) => solver.depths[literal >> 1] as number)));
  if (solver.decisions.length === 0) {
    solver.isContradictory = true;
    return;
  }
  const clause = firstCut(solver, conflict);
  const [first, ...rest] = clause as [Literal, ...Literal[]];
  const depths = rest.map((literal) => solver.depths[literal >> 1] as number);
  const depth = Math.max(0, ...depths);
  const second = 1 + depths.indexOf(depth);
  retract(solver, depth);
  if (rest.length > 0) {
    [clause[1], clause[second]] = [clause[second] as Literal, clause[1] as Literal];
    watch(solver, clause);
  }
  assign(solver, first, rest.length > 0 ? clause : null);
}

function firstCut({ trail, depths, reasons, decisions }: Solver, conflict: Clause): Clause {
  const seen = new Set<number>();
  const older: Literal[] = [];
  let open = 0;
  let at = trail.length;
  let clause: Clause = conflict;
  for (;;) {
    for (const literal of clause) {
      const variable = literal >> 1;
      const depth = depths[variable] as number;
      if (depth === 0 || seen.has(variable)) continue;
      seen.add(variable);
      if (depth === decisions.length) open += 1;
      else older.push(literal);
    }
    do at -= 1;
    while (!seen.has((trail[at] as Literal) >> 1));
    const latest = trail[at] as Literal;
    open -= 1;
    if (open === 0) return [latest ^ 1, ...older];
    clause = reasons[latest >> 1] as Clause;
  }
}
