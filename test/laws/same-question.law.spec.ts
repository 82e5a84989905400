import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { AccountWords } from '../builders/account-of.ts';
import { worldGroups } from '../builders/arbitrary-world.ts';
import type { World } from '../builders/arbitrary-world.ts';
import { decided } from '../builders/judged.ts';
import { questionOf } from '../builders/question-of.ts';

// Whole accounts by the hundred, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const RUNS = { numRuns: 5, endOnFailure: true };

describe('the same question has the same decision', () => {
  it('to the byte, whenever and however often it is asked', () => {
    fc.assert(
      fc.property(worldGroups(), (worlds) => {
        for (const world of worlds) {
          const bytes = bytesOf(world);
          // A second reading of the same words, through compiled policies of their own.
          expect(bytesOf(JSON.parse(JSON.stringify(world)) as World)).toBe(bytes);
          expect(bytesOf(world)).toBe(bytes);
        }
      }),
      { ...RUNS, numRuns: 2 },
    );
  });

  it('in whatever order positions, orders, collateral and tags stand', () => {
    fc.assert(
      fc.property(worldGroups(), fc.integer(), (worlds, seed) => {
        for (const world of worlds) {
          const account: AccountWords = { ...world.account, tags: ['b', 'a', 'c'] };
          const bytes = bytesOf({ ...world, account });
          expect(bytesOf({ ...world, account: shuffled(account, seed) })).toBe(bytes);
        }
      }),
      RUNS,
    );
  });

  it('however its numbers are written', () => {
    fc.assert(
      fc.property(worldGroups(), (worlds) => {
        for (const world of worlds) {
          const written = { ...world, account: longhand(world.account), market: longhand(world.market) };
          expect(bytesOf(written)).toBe(bytesOf(world));
        }
      }),
      RUNS,
    );
  });

  it('and another question has another id', () => {
    fc.assert(
      fc.property(worldGroups(), (worlds) => {
        for (const world of worlds) {
          const id = decided(questionOf(world)).decisionId;
          const account = {
            ...world.account,
            collateral: [...(world.account.collateral ?? []), ['USDT', '0.01'] as const],
          };
          const market = { ...world.market, asOf: '2025-01-01T12:00:00.001Z' };
          expect(decided(questionOf({ ...world, account })).decisionId).not.toBe(id);
          expect(decided(questionOf({ ...world, market })).decisionId).not.toBe(id);
        }
      }),
      { ...RUNS, numRuns: 2 },
    );
  });
});

function bytesOf(world: World): string {
  return JSON.stringify(decided(questionOf(world), true));
}

/** Every list of the account in another order, by a seed. */
function shuffled(account: AccountWords, seed: number): AccountWords {
  const turn = <Row>(rows: readonly Row[] = []): Row[] => {
    return rows
      .map((row, index) => ({ row, place: Math.imul(seed ^ (index + 1), 0x9e3779b1) }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ row }) => row);
  };
  const { tags, collateral, positions, openOrders } = account;
  const changed = { ...account, tags: turn(tags), collateral: turn(collateral) };
  return { ...changed, positions: turn(positions), openOrders: turn(openOrders) };
}

/** The same words with a needless zero at the end of every number: "1.5" is "1.50", "2" is "2.0". */
function longhand<Words>(words: Words): Words {
  const written: unknown = JSON.parse(JSON.stringify(words), (_key, value: unknown) => {
    if (typeof value !== 'string' || !/^-?\d+(\.\d+)?$/.test(value)) return value;
    return value.includes('.') ? `${value}0` : `${value}.0`;
  });
  return written as Words;
}
