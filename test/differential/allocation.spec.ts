import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, decimal, multiply } from '@backstop/core/num';
import { allocate, ALLOCATION_METHODS, shareProofs } from '@backstop/core/waterfall';
import type { ShareProof } from '@backstop/core/waterfall';
import { allocationQuestions, questionOn } from '../builders/arbitrary-allocation.ts';
import { slowAllocation } from './slow-allocation.ts';
import type { SlowShare } from './slow-allocation.ts';

it('shares, caps, floors, ranks and exact targets are what sorting and looping over fractions finds', () => {
  fc.assert(
    fc.property(allocationQuestions, (question) => {
      const allocation = allocate(question);
      const proofAt = shareProofs(allocation);
      slowAllocation(question).forEach((slow, place) => {
        const proof = proofAt(place);
        expect({ share: allocation.shares[place], ...shown(proof) }).toEqual({ ...shownSlow(slow) });
        if (slow.target !== null) expect(isTarget(proof, slow)).toBe(true);
      });
    }),
    { numRuns: 4000 },
  );
});

it('so they are on books of hundreds of accounts, whatever the loss', () => {
  const mixed = (at: number, salt: number): bigint => BigInt(Math.imul(at * 31 + salt, 0x9e3779b1) >>> 0);
  const rows = Array.from({ length: 400 }, (_, at) => ({
    id: `0x${mixed(at, 1).toString(16)}${String(at)}`,
    capacity: (mixed(at, 2) % 1000n) ** (mixed(at, 3) % 4n),
    base: mixed(at, 4) % 100_000n,
    score: mixed(at, 5) % 50n,
    leverage: mixed(at, 6) % 1_000_000_000n,
  }));
  const reach = rows.reduce((sum, { capacity }) => sum + capacity, 0n);
  for (const method of ALLOCATION_METHODS) {
    for (const part of [1n, 30n, 70n, 99n]) {
      const loss = (reach * part) / 200n;
      const question = questionOn(rows, { method, loss, capRate: decimal(5n, 1), riskExponent: 1, capacityMin: 1n });
      expect(allocate(question).shares).toEqual(slowAllocation(question).map(({ share }) => share));
    }
  }
});

function shown({ id, cap, floor, remainderRank, share }: ShareProof): object {
  return { id, cap, floor, rank: remainderRank, share };
}

function shownSlow({ id, cap, floor, rank, share }: SlowShare): object {
  return { share, id, cap, floor, rank };
}

/** Whether min(level · weight, cap) is the slow target, exactly. */
function isTarget({ level, weight, cap }: ShareProof, { target }: SlowShare): boolean {
  const [over, under] = (level ?? '').split('/').map((text) => decimal(BigInt(text)));
  if (weight === null || cap === null || target === null || over === undefined || under === undefined) return false;
  const levelled = multiply(over, weight);
  const full = multiply(decimal(cap), under);
  const exact = compare(levelled, full) < 0 ? levelled : full;
  return compare(multiply(exact, decimal(target.under)), multiply(decimal(target.over), under)) === 0;
}
