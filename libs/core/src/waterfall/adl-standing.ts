import { floatOf } from '../num/index.ts';
import { adlQueue } from './adl-queue.ts';
import type { AdlEntry, AdlQuestion } from './adl-queue.ts';

/** Where a position stands in the queue. */
export interface AdlStanding {
  readonly id: string;
  readonly scope: string;
  /** 1 is closed first. */
  readonly rank: number;
  /** Whole numbers of 1e-8, floored. */
  readonly score: bigint;
  /** Lots that are closed before it. */
  readonly lotsBefore: bigint;
  readonly lotsMax: bigint;
  /**
   * From 1, closed first, to 5: the fifth of all lots in the queue that its last lot lies in. What the BitMEX page shows as
   * 20, 40, … 100 %. Source: BitMEX, auto-deleveraging examples.
   */
  readonly quintile: number;
}

/** Every position that may be closed, the first to be closed first. */
export function adlStandings(question: AdlQuestion): AdlStanding[] {
  const { entries } = adlQueue(question);
  const last = entries.at(-1);
  const total = last === undefined ? 0n : last.lotsBefore + last.lotsMax;
  return entries.map((entry, at) => standingOf(entry, at + 1, total));
}

const FIFTHS = 5n;

function standingOf(entry: AdlEntry, rank: number, total: bigint): AdlStanding {
  const { candidate, position, score, lotsBefore, lotsMax } = entry;
  const through = lotsBefore + lotsMax;
  return {
    id: candidate.id,
    scope: position.scope,
    rank,
    score,
    lotsBefore,
    lotsMax,
    quintile: floatOf((through * FIFTHS + total - 1n) / total),
  };
}
