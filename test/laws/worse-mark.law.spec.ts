import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDecimal, isPositive, isZero, sign } from '@backstop/core/num';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';
import { textNear } from '../builders/arbitrary-text.ts';

it('a worse mark never makes a liquidatable account healthy, where one contract on a continuous ladder moves it', () => {
  const choice = {
    collateralModes: ['settlement-asset'],
    ladderSorts: ['continuous'],
    contracts: ['ALPHA'],
    hasOrders: false,
  } as const;
  fc.assert(
    fc.property(worldGroups(choice), fc.integer({ min: 1, max: 999 }), (worlds, share) => {
      for (const world of worlds) {
        for (const scope of badScopes(world)) {
          const worse = withMark(world, scope.isLong ? 0.001 * share : 1 + 0.01 * share);
          const figures = judged(questionOf(worse)).pools.find(({ pool }) => pool.key === scope.key)?.figures;
          const words = figures && `${formatDecimal(figures.equity)} and ${formatDecimal(figures.maintenanceMargin)}`;
          // On a tier that asks for no margin nothing is liquidatable by definition; what is owed there is a deficit.
          const asksNothing = figures !== undefined && figures !== null && isZero(figures.maintenanceMargin);
          const isBad = asksNothing ? sign(figures.equity) < 0 : figures?.liquidatable;
          expect(isBad, `${scope.key}: ${words ?? 'no figures'}`).toBe(true);
        }
      }
    }),
    { numRuns: 20, endOnFailure: true },
  );
});

/** Liquidatable scopes that hold one leg. */
function badScopes(world: World): { readonly key: string; readonly isLong: boolean }[] {
  return judged(questionOf(world)).pools.flatMap(({ pool, figures }) => {
    const [position, ...others] = pool.positions;
    if (position === undefined || others.length > 0 || figures?.liquidatable !== true) return [];
    return [{ key: pool.key, isLong: isPositive(position.size) }];
  });
}

/** The mark moved by more than rounding: a share of it at two decimals, and at least ten cents away. */
function withMark(world: World, share: number): World {
  const row = world.market.contracts?.['ALPHA'];
  const mark = Number(typeof row === 'string' ? row : row?.markPrice);
  const moved = share < 1 ? Math.min(mark * share, mark - 0.1) : Math.max(mark * share, mark + 0.1);
  return { ...world, market: { ...world.market, contracts: { ALPHA: textNear(Math.max(0.01, moved), 2) } } };
}
