import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PositionJudgement } from '@backstop/core/evaluation';
import { formatDecimal } from '@backstop/core/num';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';
import { exact } from './exact.ts';
import type { Exact } from './exact.ts';
import { slowFigures } from './slow-evaluator.ts';
import { slowScopes } from './slow-scopes.ts';
import type { SlowScope } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';

it('gives a bankruptcy price at which the account value is not below zero, and below it one tick worse', () => {
  fc.assert(
    fc.property(worldGroups({ hasOrders: false }), (worlds) => {
      for (const world of worlds) {
        const scopes = slowScopes(world);
        for (const { pool, positions } of judged(questionOf(world)).pools) {
          const scope = scopes.find(({ key }) => key === pool.key);
          for (const position of positions) if (scope !== undefined) expectZero(world, scope, position);
        }
      }
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

/**
 * Where inverse pnl or a conversion is rounded, the price is met up to that rounding: a unit a leg and one an asset, for the
 * price is only shown.
 */
function expectZero(world: World, scope: SlowScope, { leg, bankruptcyPrice }: PositionJudgement): void {
  if (bankruptcyPrice === null) return;
  const { contract } = leg.position;
  const { tick, isLinear } = slowVenue(world.venue).contractOf(contract);
  const price = exact(formatDecimal(bankruptcyPrice));
  const unit = exact('10').toPower(-slowVenue(world.venue).precisionOf(scope.asset));
  const doubt = isLinear && !scope.isConverted ? exact('0') : unit.times(8).times(scope.isConverted ? 60_000 : 1);
  const valueAt = (at: Exact): Exact => {
    const figures = slowFigures(world, scope, { [contract]: at });
    if (figures === null) throw new Error('a scope without prices has no bankruptcy price');
    return figures.accountValue;
  };
  const words = `${contract} at ${price.toString()}`;
  expect(price.greaterThan(0) && price.modulo(tick).isZero(), `${words} on the grid`).toBe(true);
  expect(valueAt(price).greaterThanOrEqualTo(doubt.negated()), words).toBe(true);
  const beside = [price.plus(tick), price.minus(tick)].filter((at) => at.greaterThan(0));
  const isBelowBeside = price.equals(tick) || beside.some((at) => valueAt(at).lessThan(doubt));
  expect(isBelowBeside, `${words} and one tick beside`).toBe(true);
}
