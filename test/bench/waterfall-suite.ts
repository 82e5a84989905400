import { decimal } from '@backstop/core/num';
import { allocate, allocationDigest, ALLOCATION_METHODS } from '@backstop/core/waterfall';
import type { Allocation, AllocationMethod, AllocationQuestion, Participants } from '@backstop/core/waterfall';
import { sha256 } from '../builders/sha256.ts';
import type { Figure } from './figure.ts';
import { waterfallBook } from './waterfall-book.ts';

const COUNTS = [20_000, 100_000, 437_723];
const ROUNDS = 5;
const MEBIBYTE = 2 ** 20;

/** What the caps reach to, in parts of a hundred, that is lost: little, half, nearly all. */
const LOSSES = [5n, 50n, 98n];

/**
 * How long a loss takes to be shared out, by method and number of accounts: of the three losses the slowest, each the fastest
 * of five rounds; and how that grows against n · log n. The suite ends where a sum is wrong.
 */
export function waterfallSuite(): Figure[] {
  const books = COUNTS.map((count) => waterfallBook(count));
  const figures: Figure[] = [];
  let peak = 0;
  for (const method of ALLOCATION_METHODS) {
    const seconds = books.map((book) => {
      const slowest = Math.max(...LOSSES.map((part) => secondsOf(() => checked(questionOn(book, method, part)))));
      peak = Math.max(peak, process.memoryUsage().rss);
      return slowest;
    });
    seconds.forEach((each, at) => {
      const aim = at === COUNTS.length - 1 ? 1 : null;
      figures.push(figure(`${method}, ${shown(COUNTS[at] ?? 0)} accounts`, 1 / each, 'per CPU s', aim));
    });
    figures.push(
      figure(
        `${method}, n · log n ÷ time, ${shown(COUNTS[2] ?? 0)} against ${shown(COUNTS[0] ?? 0)}`,
        growth(seconds),
        '×',
        null,
      ),
    );
  }
  const book = books[2] ?? waterfallBook(0);
  const { shares } = allocate(questionOn(book, 'pro-rata', 50n));
  const digest = secondsOf(() => allocationDigest(book.ids, shares, sha256));
  figures.push(figure(`digest, ${shown(COUNTS[2] ?? 0)} accounts`, 1 / digest, 'per CPU s', null));
  // Every aim is a lower bound: what is left of a GiB.
  figures.push(figure('left of 1 GiB at the peak, all three books held', (2 ** 30 - peak) / MEBIBYTE, 'MiB', 0));
  return figures;
}

function questionOn(participants: Participants, method: AllocationMethod, part: bigint): AllocationQuestion {
  const capRate = decimal(25n, 2);
  const reach = participants.capacities.reduce((sum, capacity) => sum + capacity / 4n, 0n);
  return { method, loss: (reach * part) / 100n, participants, capRate, riskExponent: 2, capacityMin: 1n };
}

/** Allocates, and stops the suite where the shares are not the loss to the unit. */
function checked(question: AllocationQuestion): Allocation {
  const allocation = allocate(question);
  const sum = allocation.shares.reduce((all, share) => all + share, 0n);
  if (sum !== question.loss || allocation.shortfall !== 0n) throw new Error(`${question.method} lost a unit`);
  return allocation;
}

/** How n · log n grew beside the time, from the smallest book to the largest: at least 1 where the time grew no faster. */
function growth(seconds: readonly number[]): number {
  const [small = 1, large = 1] = [COUNTS[0], COUNTS.at(-1)];
  const [least = 1, most = 1] = [seconds[0], seconds.at(-1)];
  return (large * Math.log(large)) / (small * Math.log(small)) / (most / least);
}

/**
 * Seconds of CPU of the fastest of some rounds, those of the garbage collector's threads included: what one core that nobody
 * else takes would need at most.
 */
function secondsOf(call: () => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  });
  return Math.min(...rounds);
}

function figure(name: string, value: number, unit: string, aim: number | null): Figure {
  return { suite: 'waterfall', name, value, unit, aim };
}

function shown(count: number): string {
  return count.toLocaleString('en-US');
}
