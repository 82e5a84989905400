import { expect, it } from 'vitest';
import { decimal, formatDecimal } from '../../num/index.ts';
import { allocate } from './allocate.ts';
import type { AllocationQuestion } from './allocation.ts';
import { shareProofs } from './share-proof.ts';
import { sideBySide } from './side-by-side.ts';

const QUESTION: AllocationQuestion = {
  method: 'risk-weighted',
  loss: 10n,
  participants: {
    ids: ['a', 'b', 'c', 'none'],
    capacities: [6n, 4n, 100n, 0n],
    bases: null,
    scores: [5n, 7n, 6n, 9n],
    leverages: [150_000_000n, 100_000_000n, 0n, 100_000_000n],
  },
  capRate: decimal(1n),
  riskExponent: 2,
  capacityMin: 1n,
};

function shown(question: AllocationQuestion): unknown[] {
  const proofAt = shareProofs(allocate(question));
  return question.participants.ids.map((_, place) => {
    const { weight, cap, level, floor, remainderRank, queuePlace, queueBefore, share } = proofAt(place);
    const words = [
      weight === null ? null : formatDecimal(weight),
      cap,
      level,
      floor,
      remainderRank,
      queuePlace,
      queueBefore,
    ];
    return [...words, share].map((word) => (word === null ? '-' : String(word))).join(' ');
  });
}

it('a line by level has weight, cap, level, floor and rank; whoever takes no part has none', () => {
  // Weights 6 · 1.5² = 13.5 and 4 · 1² = 4, so 17.5: at 10/17.5 = 4/7 the first would bear 7.7, and is full at 6.
  // Of a loss of 7 the targets are 5.4 and 1.6.
  expect(shown(QUESTION)).toEqual(['13.5 6 1/1 6 - - - 6', '4 4 1/1 4 - - - 4', '- - - - - - - 0', '- - - - - - - 0']);
  expect(shown({ ...QUESTION, loss: 7n })).toEqual([
    '13.5 6 2/5 5 2 - - 5',
    '4 4 2/5 1 1 - - 2',
    '- - - - - - - 0',
    '- - - - - - - 0',
  ]);
});

it('a line in a queue has its place and what the places before it reach to', () => {
  expect(shown({ ...QUESTION, method: 'queue', loss: 50n })).toEqual([
    '- 6 - - - 3 104 0',
    '- 4 - - - 1 0 4',
    '- 100 - - - 2 4 46',
    '- - - - - - - 0',
  ]);
});

it('the same loss side by side under other methods', () => {
  const reports = sideBySide({ ...QUESTION, loss: 50n }, ['queue', 'min-max']);
  expect(reports.map(({ method, report }) => [method, report.touched, report.total])).toEqual([
    ['queue', 2, 50n],
    ['min-max', 3, 50n],
  ]);
});
