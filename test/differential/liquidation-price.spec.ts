import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { PoolJudgement, PositionJudgement } from '@backstop/core/evaluation';
import { formatDecimal, isPositive } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';
import { exact } from './exact.ts';
import type { Exact } from './exact.ts';
import { isAtTheEdge, isSlowlyBad, markOf, scanForPrice } from './slow-liquidation-price.ts';
import { slowScopes } from './slow-scopes.ts';
import type { SlowScope } from './slow-scopes.ts';
import { slowVenue } from './slow-venue.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const TICKS_MAX = 150;

it('gives the price that trying every price of a coarse tick grid gives, where one leg moves the scope', () => {
  const choice = { hasCoarseTicks: true, hasOrders: false, collateralModes: ['settlement-asset'] } as const;
  fc.assert(
    fc.property(worldGroups(choice), (worlds) => {
      for (const world of worlds) {
        forEachBook(world, (scope, [leg, ...others]) => {
          if (leg === undefined || others.length > 0) return;
          const { contract, size } = leg.leg.position;
          const worse = isPositive(size) ? 'below' : 'above';
          const scan = scanForPrice(world, scope, { contract, worse, mark: markOf(world, contract) }, TICKS_MAX);
          const price = exactOrNull(leg.liquidationPrice);
          if (scan.price !== null) {
            expect(price?.toString(), contract).toBe(scan.price.toString());
          } else if (price !== null) {
            // Nothing on the part of the grid that was tried: then the price lies past the end of it.
            const beyond = price.minus(scan.end).times(scan.step);
            expect(beyond.greaterThanOrEqualTo(0), `${contract} at ${price.toString()}`).toBe(true);
          }
        });
      }
    }),
    { numRuns: 8, endOnFailure: true },
  );
});

it('gives a price on the tick grid that is not liquidatable, and liquidatable one tick to one side', () => {
  fc.assert(
    fc.property(worldGroups({ hasOrders: false }), (worlds) => {
      for (const world of worlds) forEachBook(world, (scope, legs) => expectEdge(world, scope, legs));
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

it('gives the nearest such price: from the mark to it nothing changes but by rounding', () => {
  const choice = { hasOrders: false, collateralModes: ['settlement-asset'] } as const;
  fc.assert(
    fc.property(worldGroups(choice), fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 4 }), (worlds, shares) => {
      for (const world of worlds) forEachBook(world, (scope, legs) => expectNearest(world, scope, legs, shares));
    }),
    { numRuns: 6, endOnFailure: true },
  );
});

/** On the grid at shares (in thousandths) of the way from the mark to the price the scope is what it is at the mark. */
function expectNearest(
  world: World,
  scope: SlowScope,
  [first]: readonly PositionJudgement[],
  shares: readonly number[],
): void {
  const price = exactOrNull(first?.liquidationPrice ?? null);
  if (first === undefined || price === null) return;
  const { contract } = first.leg.position;
  const mark = markOf(world, contract);
  const { tick } = slowVenue(world.venue).contractOf(contract);
  const isBad = isSlowlyBad(world, scope, contract, mark);
  for (const share of shares) {
    const between = mark.plus(price.minus(mark).times(share).dividedBy(1000)).dividedBy(tick).round().times(tick);
    // A tick or less from either end the mark, which need not be on the grid, or the price itself is looked at.
    if ([mark, price].some((end) => between.minus(end).abs().lessThanOrEqualTo(tick))) continue;
    if (isAtTheEdge(world, scope, contract, between)) continue;
    const words = `${contract} at ${between.toString()} between ${mark.toString()} and ${price.toString()}`;
    expect(isSlowlyBad(world, scope, contract, between), words).toBe(isBad);
  }
}

function expectEdge(world: World, scope: SlowScope, [first]: readonly PositionJudgement[]): void {
  const price = exactOrNull(first?.liquidationPrice ?? null);
  if (first === undefined || price === null) return;
  const { contract } = first.leg.position;
  const { tick } = slowVenue(world.venue).contractOf(contract);
  const isBad = (at: Exact): boolean => isSlowlyBad(world, scope, contract, at);
  expect(price.greaterThan(0) && price.modulo(tick).isZero(), `${contract} on the grid`).toBe(true);
  expect(isBad(price), `${contract} liquidatable at its liquidation price ${price.toString()}`).toBe(false);
  const isBadBeside = isBad(price.plus(tick)) || price.equals(tick) || isBad(price.minus(tick));
  expect(isBadBeside, `${contract} liquidatable one tick beside ${price.toString()}`).toBe(true);
}

/** Every contract of every scope that could be priced, with its legs. */
function forEachBook(world: World, visit: (scope: SlowScope, legs: readonly PositionJudgement[]) => void): void {
  const scopes = slowScopes(world);
  for (const pool of judged(questionOf(world)).pools) {
    const scope = scopes.find(({ key }) => key === pool.pool.key);
    if (scope === undefined) throw new Error(`the slow evaluator has no scope ${pool.pool.key}`);
    for (const legs of booksOf(pool)) visit(scope, legs);
  }
}

function booksOf({ positions }: PoolJudgement): PositionJudgement[][] {
  const books = new Map<string, PositionJudgement[]>();
  for (const position of positions) {
    const { contract } = position.leg.position;
    books.set(contract, [...(books.get(contract) ?? []), position]);
  }
  return [...books.values()];
}

function exactOrNull(value: Decimal | null): Exact | null {
  return value === null ? null : exact(formatDecimal(value));
}
