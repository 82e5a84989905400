import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, allocationDigest } from '@backstop/core/waterfall';
import type { Allocation, AllocationQuestion } from '@backstop/core/waterfall';
import { allocationQuestions, questionOn, rowsOf } from '../../builders/arbitrary-allocation.ts';
import type { Candidate } from '../../builders/arbitrary-allocation.ts';
import { sha256 } from '../../builders/sha256.ts';
import { conserves, neverPaysTheLoser, respectsCaps, respectsOrder, sumOf } from './allocation-laws.ts';
import type { AllocationLaw } from './allocation-laws.ts';

const LAWS: Readonly<Record<string, AllocationLaw>> = {
  conserves,
  respects_caps: respectsCaps,
  respects_order: respectsOrder,
  never_pays_the_loser: neverPaysTheLoser,
};

describe('laws of an allocation', () => {
  it.each(Object.entries(LAWS))('%s', (_, law) => {
    fc.assert(
      fc.property(allocationQuestions, (question) => law(allocate(question))),
      { numRuns: 2000 },
    );
  });

  it('shuffle_safe: the same shares, level and digest in whatever order the candidates stand', () => {
    const shuffled = allocationQuestions.chain((question) => {
      const rows = rowsOf(question);
      return fc.tuple(fc.constant(question), fc.shuffledSubarray(rows, { minLength: rows.length }));
    });
    fc.assert(
      fc.property(shuffled, ([question, rows]) => {
        const first = allocate(question);
        const second = allocate(questionOn(rows, question));
        expect(byId(second)).toEqual(byId(first));
        expect(second.level).toEqual(first.level);
        expect(digestOf(second)).toBe(digestOf(first));
      }),
      { numRuns: 2000 },
    );
  });

  it('monotone_in_loss: totals and exact targets never fall as the loss grows; a share by no more than a unit', () => {
    fc.assert(
      fc.property(allocationQuestions, fc.bigInt(0n, 40n), (question, more) => {
        const before = allocate(question);
        const after = allocate({ ...question, loss: question.loss + more });
        expect(after.allocated >= before.allocated).toBe(true);
        if (before.level !== null && after.level !== null) {
          const [low, high] = [before.level, after.level];
          expect(high.numerator * low.denominator >= low.numerator * high.denominator).toBe(true);
        }
        const least = question.method === 'queue' ? 0n : 1n;
        expect(after.shares.every((share, place) => share >= before.shares[place]! - least)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

/** An account, and the same as several with the same capacity together. */
const splits = fc.record({
  question: allocationQuestions.map((question) => {
    const method = question.method === 'min-max' ? 'min-max' : 'pro-rata';
    const { ids, capacities } = question.participants;
    const participants = { ids, capacities, bases: capacities, scores: null, leverages: null };
    return { ...question, participants, method, capacityMin: 1n } as const;
  }),
  place: fc.nat(),
  cuts: fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 }),
});

describe('sybil_safe: pro-rata, and min-max with the capacity as base', () => {
  it('an account that is split into many does not pay less, but for a unit per part', () => {
    fc.assert(
      fc.property(splits, ({ question, place, cuts }) => {
        const { ids, capacities } = question.participants;
        const at = place % Math.max(1, ids.length);
        const whole = capacities[at] ?? 0n;
        if (whole < 2n) return;
        const parts = partsOf(whole, cuts);
        const split: AllocationQuestion = {
          ...question,
          participants: {
            ...question.participants,
            ids: [...ids.toSpliced(at, 1), ...parts.map((_, index) => `split-${String(index)}`)],
            capacities: [...capacities.toSpliced(at, 1), ...parts],
            bases: [...capacities.toSpliced(at, 1), ...parts],
          },
        };
        const before = allocate(question).shares[at]!;
        const after = sumOf(allocate(split).shares.slice(ids.length - 1));
        expect(after >= before - BigInt(parts.length)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('a queue claims nothing of the kind: two accounts of half the profit, scored apart, pay less than one', () => {
    const row = (id: string, capacity: bigint, score: bigint): Candidate => {
      return { id, capacity, base: capacity, score, leverage: 0n };
    };
    const how = {
      method: 'queue',
      loss: 100n,
      capRate: { coefficient: 1, scale: 0 },
      riskExponent: 0,
      capacityMin: 1n,
    } as const;
    const whole = allocate(questionOn([row('one', 100n, 2n), row('two', 100n, 1n)], how));
    const split = allocate(questionOn([row('half', 50n, 2n), row('other half', 50n, 0n), row('two', 100n, 1n)], how));
    expect(whole.shares).toEqual([100n, 0n]);
    expect(split.shares).toEqual([50n, 0n, 50n]);
  });
});

/** Wrong allocators, each with the law that finds it. */
const MUTANTS: readonly (readonly [string, string, (allocation: Allocation) => Allocation])[] = [
  ['a unit is lost', 'conserves', (right) => withShares(right, taken(right.shares, -1n))],
  ['a unit is taken twice', 'conserves', (right) => withShares(right, taken(right.shares, 1n))],
  ['what is missing is not said', 'conserves', (right) => ({ ...right, shortfall: 0n })],
  ['the first pays for all', 'respects_caps', (right) => withShares(right, heaped(right.shares))],
  ['shares stand the other way round', 'respects_order', (right) => withShares(right, right.shares.toReversed())],
  ['a share is paid out', 'never_pays_the_loser', (right) => withShares(right, paidOut(right.shares))],
];

describe('the laws have teeth', () => {
  it.each(MUTANTS)('%s: %s finds it', (_, name, mutate) => {
    const law = LAWS[name]!;
    const found = fc.check(
      fc.property(allocationQuestions, (question) => law(mutate(allocate(question)))),
      { numRuns: 500, seed: 11 },
    );
    expect(found.failed).toBe(true);
  });
});

function withShares(allocation: Allocation, shares: readonly bigint[]): Allocation {
  return { ...allocation, shares };
}

function taken(shares: readonly bigint[], change: bigint): bigint[] {
  const at = shares.findIndex((share) => share > 0n);
  return shares.map((share, place) => (place === at ? share + change : share));
}

function heaped(shares: readonly bigint[]): bigint[] {
  return shares.map((_, place) => (place === 0 ? sumOf(shares) : 0n));
}

/** One is paid a unit, another bears it: the sum stays. */
function paidOut(shares: readonly bigint[]): bigint[] {
  return shares.map((share, place) => (place === 0 ? -1n : place === 1 ? share + 1n + shares[0]! : share));
}

/** Positive parts that sum to the whole. */
function partsOf(whole: bigint, cuts: readonly number[]): bigint[] {
  const borders = [...new Set(cuts.map((cut) => (whole * BigInt(cut)) / 1000n))].filter(
    (border) => border > 0n && border < whole,
  );
  const sorted = [0n, ...borders.toSorted((a, b) => (a < b ? -1 : 1)), whole];
  return sorted.slice(1).map((border, at) => border - sorted[at]!);
}

function byId({ question, shares }: Allocation): Map<string, bigint> {
  return new Map(question.participants.ids.map((id, place) => [id, shares[place]!]));
}

function digestOf({ question, shares }: Allocation): string {
  return allocationDigest(question.participants.ids, shares, sha256);
}
