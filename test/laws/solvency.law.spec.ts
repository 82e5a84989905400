import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { PoolFigures } from '@backstop/core/evaluation';
import { formatDecimal, isNegative, lessOrEqual, maximum, ZERO } from '@backstop/core/num';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World, WorldChoice } from '../builders/arbitrary-world.ts';
import { judged } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const MULTI_ASSET: WorldChoice = { collateralModes: ['multi-asset'] };
const FULL_WEIGHT = { model: 'ladder', tiers: [{ valueFloor: '0', valueCap: null, weight: '1' }] };

describe('solvency', () => {
  it('a haircut never makes a solvent account bankrupt: without any the account value and the bankrupt state are the same', () => {
    fc.assert(
      fc.property(worldGroups(MULTI_ASSET), (worlds) => {
        for (const [index, world] of worlds.entries()) {
          const without = withoutHaircuts(worlds)[index];
          if (without === undefined) throw new Error('every world has one without haircuts');
          const values = figuresOf(world).map(({ accountValue, state }) => [
            formatDecimal(accountValue),
            state === 'bankrupt',
          ]);
          const fullValues = figuresOf(without).map(({ accountValue, state }) => {
            return [formatDecimal(accountValue), state === 'bankrupt'];
          });
          expect(values).toEqual(fullValues);
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('an account is bankrupt exactly where its account value is below zero', () => {
    forEveryScope({}, ({ state, accountValue }) => {
      expect(state === 'bankrupt').toBe(isNegative(accountValue));
    });
  });

  it('equity is never above the account value, where nothing counts at a floor price or at what its issuer redeems it for', () => {
    forEveryScope({ hasFloorPrices: false, priceSources: ['index', 'lowest'] }, ({ equity, accountValue }) => {
      expect(lessOrEqual(equity, accountValue), `${formatDecimal(equity)} and ${formatDecimal(accountValue)}`).toBe(
        true,
      );
    });
  });

  it('what may be withdrawn is never above equity, nor below zero', () => {
    forEveryScope({}, ({ equity, withdrawable }) => {
      if (withdrawable === null) return;
      expect(lessOrEqual(ZERO, withdrawable) && lessOrEqual(withdrawable, maximum(ZERO, equity))).toBe(true);
    });
  });
});

function forEveryScope(choice: WorldChoice, expectOf: (figures: PoolFigures) => void): void {
  fc.assert(
    fc.property(worldGroups(choice), (worlds) => {
      for (const world of worlds) figuresOf(world).forEach(expectOf);
    }),
    { numRuns: 5, endOnFailure: true },
  );
}

function figuresOf(world: World): PoolFigures[] {
  return judged(questionOf(world)).pools.flatMap(({ figures }) => (figures === null ? [] : [figures]));
}

const fullWeighted = new WeakMap<readonly World[], readonly World[]>();

/** The same worlds with every asset at its full weight, however much is held. */
function withoutHaircuts(worlds: readonly World[]): readonly World[] {
  const known = fullWeighted.get(worlds);
  if (known !== undefined) return known;
  const venue = worlds[0]?.venue;
  if (venue === undefined) return [];
  const haircuts = Object.fromEntries(Object.keys(venue.haircuts ?? {}).map((asset) => [asset, FULL_WEIGHT]));
  const full = { ...venue, haircuts };
  const changed = worlds.map((world) => ({ ...world, venue: full }));
  fullWeighted.set(worlds, changed);
  return changed;
}
