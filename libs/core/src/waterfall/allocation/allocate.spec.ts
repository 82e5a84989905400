import { describe, expect, it } from 'vitest';
import { decimal, InvariantError } from '../../num/index.ts';
import { allocate } from './allocate.ts';
import type { AllocationQuestion } from './allocation.ts';
import { formatFraction } from './fraction.ts';
import type { Participants } from './participants.ts';
import { queued } from './queue.ts';
import { partsOf } from './parts.ts';
import { shareProofs } from './share-proof.ts';
import { waterLevel } from './water-level.ts';

const BOOK: Participants = {
  ids: ['a', 'b', 'c'],
  capacities: [100n, 50n, 10n],
  bases: [30n, 50n, 10n],
  scores: [1n, 3n, 2n],
  leverages: [200_000_000n, 100_000_000n, 100_000_000n],
};

function ask(over: Partial<AllocationQuestion>): AllocationQuestion {
  return {
    method: 'pro-rata',
    loss: 0n,
    participants: BOOK,
    capRate: decimal(1n),
    riskExponent: 1,
    capacityMin: 1n,
    ...over,
  };
}

describe('each method', () => {
  it.each([
    ['queue', 55n, [0n, 50n, 5n], null],
    ['pro-rata', 16n, [10n, 5n, 1n], '1/10'],
    ['min-max', 18n, [6n, 10n, 2n], '1/5'],
    ['risk-weighted', 12n, [6n, 5n, 1n], '1/10'],
  ] as const)('%s, a loss of %s', (method, loss, shares, level) => {
    const answer = allocate(ask({ method, loss }));
    expect(answer.shares).toEqual(shares);
    expect(answer.level === null ? null : formatFraction(answer.level)).toBe(level);
  });

  it('min-max fills the smallest caps first, and the level says how far', () => {
    const answer = allocate(ask({ method: 'min-max', loss: 90n, capRate: decimal(5n, 1) }));
    // Caps 50, 25 and 5 at bases 30, 50 and 10: all reach to 80.
    expect([answer.shares, answer.allocated, answer.shortfall]).toEqual([[50n, 25n, 5n], 80n, 10n]);
    expect(answer.level === null ? null : formatFraction(answer.level)).toBe('5/3');
  });
});

describe('odd books', () => {
  const alone = (capacity: bigint): Participants => {
    return { ids: ['one'], capacities: [capacity], bases: null, scores: null, leverages: null };
  };
  const nobody: Participants = { ids: [], capacities: [], bases: null, scores: null, leverages: null };

  it.each(['queue', 'pro-rata', 'min-max'] as const)('%s: nobody, one, dust and nothing to lose', (method) => {
    expect(allocate(ask({ method, loss: 7n, participants: nobody })).shortfall).toBe(7n);
    expect(allocate(ask({ method, loss: 7n, participants: alone(0n) }))).toMatchObject({ shares: [0n], shortfall: 7n });
    expect(allocate(ask({ method, loss: 7n, participants: alone(-5n) }))).toMatchObject({
      shares: [0n],
      shortfall: 7n,
    });
    expect(allocate(ask({ method, loss: 7n, participants: alone(9n) }))).toMatchObject({ shares: [7n], shortfall: 0n });
    expect(allocate(ask({ method, loss: 0n, participants: alone(9n) }))).toMatchObject({ shares: [0n], shortfall: 0n });
  });

  it('amounts beyond what a float holds at all are shared out to the last unit', () => {
    const huge = 10n ** 330n;
    const participants: Participants = {
      ids: ['a', 'b', 'c', 'd'],
      capacities: [huge, huge + 1n, 3n, huge * 2n],
      bases: [huge, huge + 1n, 1n, 1n],
      scores: [huge, huge + 1n, 0n, huge],
      leverages: null,
    };
    const loss = huge * 2n;
    const level = allocate(ask({ method: 'min-max', loss, participants }));
    expect(level.shares.reduce((sum, share) => sum + share, 0n)).toBe(loss);
    expect(level.shares).toEqual([huge - 1n, huge - 1n, 1n, 1n]);
    expect(allocate(ask({ method: 'queue', loss, participants })).shares).toEqual([huge - 1n, huge + 1n, 0n, 0n]);
  });

  it('units of equal remainders go by the bytes of the id, where UTF-16 has another order', () => {
    const participants: Participants = {
      ids: ['\u{1f4b0}', '\uffe5', 'é'],
      capacities: [1n, 1n, 1n],
      bases: null,
      scores: null,
      leverages: null,
    };
    expect(allocate(ask({ loss: 2n, participants })).shares).toEqual([0n, 1n, 1n]);
    expect(allocate(ask({ method: 'queue', loss: 2n, participants })).shares).toEqual([0n, 1n, 1n]);
  });

  it('fewer units than the dust limit take no part', () => {
    const answer = allocate(ask({ loss: 30n, capacityMin: 11n }));
    expect(answer.shares).toEqual([20n, 10n, 0n]);
    expect(shareProofs(answer)(2)).toMatchObject({ cap: null, weight: null, level: null, share: 0n });
  });
});

describe('what is no question', () => {
  it.each([
    ['a negative loss', { loss: -1n }],
    ['a cap rate above 1', { capRate: decimal(101n, 2) }],
    ['a cap rate below 0', { capRate: decimal(-1n) }],
    ['an exponent beyond 4', { riskExponent: 5 }],
    ['half an exponent', { riskExponent: 0.5 }],
    ['no least capacity', { capacityMin: 0n }],
    ['leverages that are not known', { method: 'risk-weighted', participants: { ...BOOK, leverages: null } }],
    ['columns of another length', { participants: { ...BOOK, scores: [1n] } }],
  ] as const)('%s', (_, over) => {
    expect(() => allocate(ask(over))).toThrow(InvariantError);
  });
});

describe('searches that were unlucky with their pivots', () => {
  const count = 999;
  const mixed = (at: number, salt: number): bigint => BigInt((Math.imul(at + salt, 0x9e3779b1) >>> 0) % 1000) + 1n;
  const many: Participants = {
    ids: Array.from({ length: count }, (_, at) => `account-${String(at)}`),
    capacities: Array.from({ length: count }, (_, at) => mixed(at, 1)),
    bases: Array.from({ length: count }, (_, at) => mixed(at, 7)),
    scores: Array.from({ length: count }, (_, at) => mixed(at, 13)),
    leverages: null,
  };

  it.each([0, 1, 3])('sort after %s rounds and find the same', (rounds) => {
    for (const loss of [1n, 777n, 123_456n, 400_000n]) {
      const level = partsOf(ask({ method: 'min-max', participants: many }));
      const columns = { caps: level.caps, weights: level.weights ?? [] };
      expect(waterLevel(columns, loss, rounds)).toEqual(waterLevel(columns, loss));
      const queue = partsOf(ask({ method: 'queue', participants: many }));
      expect(queued(many, queue, loss, rounds)).toEqual(queued(many, queue, loss));
    }
  });
});
