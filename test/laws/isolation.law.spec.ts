import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ScopeDecision } from '@backstop/core/decision';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import type { PositionWords } from '../builders/account-of.ts';
import { decided } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

describe('cross and isolated never contaminate each other', () => {
  it('whatever becomes of an isolated position, the cross scopes are judged as before', () => {
    fc.assert(
      fc.property(worldGroups(), fc.integer({ min: 2, max: 50 }), (worlds, factor) => {
        for (const world of worlds) {
          const positions = (world.account.positions ?? []).map((one) =>
            isIsolated(one) ? changed(one, factor) : one,
          );
          const other = { ...world, account: { ...world.account, positions } };
          expect(scopesOf(other, 'cross')).toEqual(scopesOf(world, 'cross'));
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('whatever becomes of collateral and cross positions, the isolated scopes are judged as before', () => {
    fc.assert(
      fc.property(worldGroups(), fc.integer({ min: 2, max: 50 }), (worlds, factor) => {
        for (const world of worlds) {
          const positions = (world.account.positions ?? []).map((one) =>
            isIsolated(one) ? one : changed(one, factor),
          );
          const collateral = (world.account.collateral ?? []).map(([asset]) => [asset, `-${String(factor)}`] as const);
          const other = { ...world, account: { ...world.account, positions, collateral } };
          expect(scopesOf(other, 'isolated')).toEqual(scopesOf(world, 'isolated'));
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });

  it('one isolated position never moves another', () => {
    fc.assert(
      fc.property(worldGroups(), (worlds) => {
        for (const world of worlds) {
          const isolated = (world.account.positions ?? []).filter(isIsolated);
          for (const only of isolated.slice(0, 1)) {
            const alone = { ...world, account: { ...world.account, positions: [only] } };
            const isOnly = ({ contract, side }: ScopeDecision): boolean =>
              contract === only.contract && side === (only.side ?? 'net');
            expect(scopesOf(alone, 'isolated')).toEqual(scopesOf(world, 'isolated').filter(isOnly));
          }
        }
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});

function isIsolated({ margin }: PositionWords): boolean {
  return margin === 'isolated';
}

/** A position of the same side, larger, entered elsewhere and margined and funded differently. */
function changed(position: PositionWords, factor: number): PositionWords {
  return {
    ...position,
    size: `${position.size}${String(factor)}`,
    entryPrice: `1${position.entryPrice}`,
    leverage: String(factor),
    isolatedMargin: (position.isolatedMargin ?? null) === null ? null : `1${position.isolatedMargin ?? ''}`,
    pendingFunding: String(factor),
  };
}

function scopesOf(world: World, sort: ScopeDecision['scope']): ScopeDecision[] {
  return decided(questionOf(world), true).scopes.filter(({ scope }) => scope === sort);
}
