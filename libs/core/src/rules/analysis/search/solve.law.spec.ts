import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../budget.ts';
import { nextStatement } from '../space/justify.ts';
import { allOf, anyOf, newGates } from './gates.ts';
import type { Gates } from './gates.ts';
import { solve } from './solve.ts';
import { newVariable } from './solver.ts';
import type { Literal } from './solver.ts';

const VARIABLES = 6;

type Formula = { readonly variable: number } | { readonly not: Formula } | { readonly all: readonly Formula[] };

const formulas: fc.Arbitrary<Formula> = fc.letrec<{ node: Formula }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.nat(VARIABLES - 1).map((variable) => ({ variable })),
    tie('node').map((not) => ({ not })),
    fc.array(tie('node'), { maxLength: 4 }).map((all) => ({ all })),
  ),
})).node;

function encoded(formula: Formula, gates: Gates, variables: readonly Literal[]): Literal {
  if ('variable' in formula) return variables[formula.variable]!;
  if ('not' in formula) return encoded(formula.not, gates, variables) ^ 1;
  return allOf(
    gates,
    formula.all.map((part) => encoded(part, gates, variables)),
  );
}

/** The formula on one row of its truth table, the variables being the bits of the row's number. */
function holds(formula: Formula, row: number): boolean {
  if ('variable' in formula) return ((row >> formula.variable) & 1) === 1;
  return 'not' in formula ? !holds(formula.not, row) : formula.all.every((part) => holds(part, row));
}

const ROWS = Array.from({ length: 2 ** VARIABLES }, (_, row) => row);

describe('solve', () => {
  it('answers_truly: what it finds holds, what it does not find is in no row of the truth table, again and again', () => {
    const seen = { found: 0, none: 0 };
    fc.assert(
      fc.property(fc.array(formulas, { minLength: 1, maxLength: 6 }), (asked) => {
        const gates = newGates();
        const variables = Array.from({ length: VARIABLES }, () => newVariable(gates.solver));
        // One solver answers all, so that what it learned from one question must be true of the next.
        for (const at of asked.keys()) {
          const together = asked.slice(0, at + 1);
          const literals = together.map((formula) => encoded(formula, gates, variables));
          const guide = { next: () => nextStatement(gates, literals, budgetOf(1e6)), conflict: () => null };
          const answer = solve(gates.solver, literals, guide, budgetOf(1e6));
          const rows = ROWS.filter((row) => together.every((formula) => holds(formula, row)));
          expect(answer).toBe(rows.length > 0 ? 'found' : 'none');
          if (answer === 'unknown') continue;
          seen[answer] += 1;
          if (answer === 'none') continue;
          // What is left open may be either: every row that agrees with what is assigned satisfies all.
          const agreeing = ROWS.filter((row) =>
            variables.every((literal, bit) => {
              const value = gates.solver.values[literal];
              return value === 0 || (value === 1) === (((row >> bit) & 1) === 1);
            }),
          );
          expect(agreeing.length).toBeGreaterThan(0);
          expect(agreeing.every((row) => rows.includes(row))).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.found, seen.none)).toBeGreaterThan(300);
  });

  it('gives up where the budget is spent', () => {
    const gates = newGates();
    const statements = Array.from({ length: 40 }, () =>
      anyOf(gates, [newVariable(gates.solver), newVariable(gates.solver)]),
    );
    const guide = { next: () => nextStatement(gates, statements, budgetOf(1e6)), conflict: () => null };
    expect(solve(gates.solver, statements, guide, budgetOf(10))).toBe('unknown');
    expect(solve(gates.solver, statements, guide, budgetOf(1e6))).toBe('found');
  });
});
