import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, decimal, multiply } from '@backstop/core/num';
import { allocate, shareProofs } from '@backstop/core/waterfall';
import type { ShareProof } from '@backstop/core/waterfall';
import { allocationQuestions } from '../builders/arbitrary-allocation.ts';
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
