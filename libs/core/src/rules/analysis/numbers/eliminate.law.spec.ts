import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientOf, decimal } from '../../../num/index.ts';
import type { Decimal } from '../../../num/index.ts';
import { chooseNumber } from './choose-number.ts';
import { eliminate } from './eliminate.ts';
import { linear } from './linear.ts';
import type { LinearConstraint } from './linear.ts';

const VARIABLES = ['x', 'y', 'z'];
const small = fc.integer({ min: -3, max: 3 });
const constraints: fc.Arbitrary<LinearConstraint[]> = fc.array(
  fc
    .tuple(
      small,
      small,
      small,
      fc.integer({ min: -6, max: 6 }),
      fc.constantFrom('<' as const, '<=' as const, '=' as const),
    )
    .map(([x, y, z, constant, relation]) => {
      const factors = [x, y, z].map((factor, at) => [VARIABLES[at]!, decimal(BigInt(factor))] as const);
      return linear(factors, decimal(BigInt(constant)), relation);
    }),
  { minLength: 1, maxLength: 7 },
);

/** Whether a point satisfies a constraint; coordinates in halves, so that the point is exact. */
function holds({ terms, constant, relation }: LinearConstraint, halves: ReadonlyMap<string, bigint>): boolean {
  let sum = 2n * constant;
  for (const [variable, factor] of terms) sum += factor * (halves.get(variable) ?? 0n);
  return relation === '<' ? sum < 0n : relation === '<=' ? sum <= 0n : sum === 0n;
}

function satisfies(values: ReadonlyMap<string, Decimal>, { terms, constant, relation }: LinearConstraint): boolean {
  const scale = Math.max(0, ...[...values.values()].map((value) => value.scale));
  let sum = constant * 10n ** BigInt(scale);
  for (const [variable, factor] of terms) {
    const value = values.get(variable) ?? decimal(0n);
    sum += factor * coefficientOf(value) * 10n ** BigInt(scale - value.scale);
  }
  return relation === '<' ? sum < 0n : relation === '<=' ? sum <= 0n : sum === 0n;
}

describe('eliminate', () => {
  it('never_denies_a_point: constraints that some point of a grid satisfies are feasible', () => {
    const grid = [-4n, -3n, -2n, -1n, 0n, 1n, 2n, 3n, 4n];
    fc.assert(
      fc.property(
        constraints,
        fc.constantFrom(...grid),
        fc.constantFrom(...grid),
        fc.constantFrom(...grid),
        (all, x, y, z) => {
          const point = new Map([
            ['x', x],
            ['y', y],
            ['z', z],
          ]);
          const satisfied = all.filter((constraint) => holds(constraint, point));
          expect(eliminate(satisfied, VARIABLES).kind).toBe('feasible');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('shows_what_it_claims: where it says feasible, values can be chosen one after the other', () => {
    let chosenCount = 0;
    fc.assert(
      fc.property(constraints, (all) => {
        const found = eliminate(all, VARIABLES);
        if (found.kind !== 'feasible') return;
        const values = new Map<string, Decimal>();
        for (const stage of found.stages) {
          const value = chooseNumber(stage, values, null, false);
          // A third has no decimal: the one case in which a witness may stay out.
          if (value === null) return;
          values.set(stage.variable, value);
        }
        chosenCount += 1;
        expect(all.filter((constraint) => !satisfies(values, constraint))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    expect(chosenCount).toBeGreaterThan(500);
  });

  it.each<[string, LinearConstraint[], 'feasible' | 'infeasible']>([
    ['x < 0 and x > 0', [constraint([1], 0, '<'), constraint([-1], 0, '<')], 'infeasible'],
    ['x ≤ 0 and x ≥ 0', [constraint([1], 0, '<='), constraint([-1], 0, '<=')], 'feasible'],
    ['x ≤ 0 and x > 0', [constraint([1], 0, '<='), constraint([-1], 0, '<')], 'infeasible'],
    [
      'x < y < z < x',
      [constraint([1, -1], 0, '<'), constraint([0, 1, -1], 0, '<'), constraint([-1, 0, 1], 0, '<')],
      'infeasible',
    ],
    ['x = y and x = y + 1', [constraint([1, -1], 0, '='), constraint([1, -1], -1, '=')], 'infeasible'],
    [
      '2x = 3y, x = 3, y = 2',
      [constraint([2, -3], 0, '='), constraint([1], -3, '='), constraint([0, 1], -2, '=')],
      'feasible',
    ],
  ])('%s', (_, all, kind) => {
    expect(eliminate(all, VARIABLES).kind).toBe(kind);
  });
});

function constraint(factors: number[], constant: number, relation: '<' | '<=' | '='): LinearConstraint {
  const named = factors.map((factor, at) => [VARIABLES[at]!, decimal(BigInt(factor))] as const);
  return linear(named, decimal(BigInt(constant)), relation);
}
