import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { PositionJudgement } from '@backstop/core/evaluation';
import { formatDecimal } from '@backstop/core/num';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';
import { exact, total } from './exact.ts';
import type { Exact } from './exact.ts';
import { slowPrices } from './slow-collateral.ts';
import { slowFigures } from './slow-evaluator.ts';
import { slowScopes } from './slow-scopes.ts';
import type { SlowScope } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

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

/** Where inverse pnl or a conversion is rounded, the price is met up to that rounding, for it is only shown. */
function expectZero(world: World, scope: SlowScope, { leg, bankruptcyPrice }: PositionJudgement): void {
  if (bankruptcyPrice === null) return;
  const { contract } = leg.position;
  const { tick } = slowVenue(world.venue).contractOf(contract);
  const price = exact(formatDecimal(bankruptcyPrice));
  const doubt = roundingOf(world, scope);
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

/** A unit of the settlement asset for every leg whose pnl is rounded, and one of the scope's for every asset converted. */
function roundingOf({ venue, market }: World, scope: SlowScope): Exact {
  const { contractOf, precisionOf, haircutOf, valuationAsset } = slowVenue(venue);
  const unitOf = (asset: string): Exact => exact('10').toPower(-precisionOf(asset));
  const legs = scope.positions.map(({ contract: name }) => {
    const { isLinear, asset } = contractOf(name);
    if (isLinear) return exact('0');
    if (!scope.isConverted) return unitOf(asset);
    const prices = slowPrices(haircutOf(asset), market.assets?.[asset], asset === valuationAsset);
    return unitOf(asset).times(prices?.realizable ?? 0);
  });
  const conversions = scope.isConverted ? unitOf(scope.asset).times(venue.assets.length) : exact('0');
  return total([...legs, conversions]);
}
