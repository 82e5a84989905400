import { digestOf } from './digest.ts';
import type { Sha256 } from './digest.ts';

/** One entry of an append-only chain; its hash covers everything before it through `previous`. */
export interface ChainLink<Body = unknown> {
  /** From 1, without gaps. */
  readonly sequence: number;
  /** Hash of the link before, `CHAIN_START` for the first. */
  readonly previous: string;
  /** Plain JSON. */
  readonly body: Body;
  /** SHA-256 over the canonical form of the other three. */
  readonly hash: string;
}

/** What the first link follows. */
export const CHAIN_START = '0'.repeat(64);

/** A place of the chain that somebody else has kept: what a signed checkpoint states. */
export type ChainPlace = Pick<ChainLink, 'sequence' | 'hash'>;

/** The next link of a chain; `last` is null where it begins. */
export function linkAfter<Body>(last: ChainPlace | null, body: Body, sha256: Sha256): ChainLink<Body> {
  const sequence = last === null ? 1 : last.sequence + 1;
  const previous = last === null ? CHAIN_START : last.hash;
  return { sequence, previous, body, hash: hashOf({ sequence, previous, body }, sha256) };
}

/** The first thing that is wrong with a chain. */
export interface ChainFault {
  readonly code:
    | 'link_must_match_its_hash'
    | 'link_must_follow_the_one_before'
    | 'chain_must_reach_its_checkpoint'
    | 'chain_must_agree_with_its_checkpoint';
  /** Of the link where it shows. */
  readonly sequence: number;
  readonly message: string;
}

/**
 * Walks a chain from its first link. An edit shows at the link itself, a deletion, an insertion and another order at the
 * link after it, and an end that was cut off by the checkpoints that lie beyond it. Who rewrites every hash from some
 * link on is found by the checkpoints alone: a chain that nobody else keeps a place of proves only its own unity.
 */
export function verifyChain(
  links: Iterable<ChainLink>,
  checkpoints: readonly ChainPlace[],
  sha256: Sha256,
): ChainFault | null {
  const walk = chainWalk(checkpoints, sha256);
  for (const link of links) {
    const fault = walk.step(link);
    if (fault !== null) return fault;
  }
  return walk.end();
}

/** A walk along a chain that holds nothing but the place that it has come to: for chains that fit into no memory. */
export interface ChainWalk {
  /** The place of the link stepped on last; null before the first. */
  readonly place: () => ChainPlace | null;
  /** What is wrong with the next link. */
  readonly step: (link: ChainLink) => ChainFault | null;
  /** What is wrong where a checkpoint says that the walk is at its place now, or has passed it by. */
  readonly meet: (checkpoint: ChainPlace) => ChainFault | null;
  /** What is wrong with an end here. */
  readonly end: () => ChainFault | null;
}

/** Begins a walk; the checkpoints given are those known beforehand, others can be met on the way. */
export function chainWalk(checkpoints: readonly ChainPlace[], sha256: Sha256): ChainWalk {
  const expected = new Map(checkpoints.map(({ sequence, hash }) => [sequence, hash]));
  let last: ChainPlace | null = null;
  return {
    place: () => last,
    step: (link) => {
      const fault = faultOf(link, last, sha256) ?? disagreement(link, expected.get(link.sequence));
      if (fault === null) last = { sequence: link.sequence, hash: link.hash };
      return fault;
    },
    meet: (checkpoint) => {
      const end = last?.sequence ?? 0;
      if (checkpoint.sequence > end) return beyondEnd(end, checkpoint);
      if (last === null || checkpoint.sequence < end) return misplaced(checkpoint, end);
      return disagreement(last, checkpoint.hash);
    },
    end: () => {
      const end = last?.sequence ?? 0;
      const beyond = checkpoints.find(({ sequence }) => sequence > end);
      return beyond === undefined ? null : beyondEnd(end, beyond);
    },
  };
}

function beyondEnd(end: number, { sequence }: ChainPlace): ChainFault {
  const message = `the chain ends at ${String(end)}, a checkpoint knows of ${String(sequence)}`;
  return { code: 'chain_must_reach_its_checkpoint', sequence: end, message };
}

function misplaced({ sequence }: ChainPlace, end: number): ChainFault {
  const message = `a checkpoint of entry ${String(sequence)} stands after entry ${String(end)}`;
  return { code: 'chain_must_agree_with_its_checkpoint', sequence: end, message };
}

function faultOf(link: ChainLink, last: ChainPlace | null, sha256: Sha256): ChainFault | null {
  const { sequence, previous } = link;
  const isNext = sequence === (last?.sequence ?? 0) + 1 && previous === (last?.hash ?? CHAIN_START);
  if (!isNext) {
    const message = `entry ${String(sequence)} does not follow ${last === null ? 'the start' : `entry ${String(last.sequence)}`}`;
    return { code: 'link_must_follow_the_one_before', sequence, message };
  }
  if (hashOf(link, sha256) === link.hash) return null;
  const message = `entry ${String(sequence)} is not what its hash was made of`;
  return { code: 'link_must_match_its_hash', sequence, message };
}

function disagreement({ sequence, hash }: ChainPlace, kept: string | undefined): ChainFault | null {
  if (kept === undefined || kept === hash) return null;
  const message = `entry ${String(sequence)} has another hash than its checkpoint`;
  return { code: 'chain_must_agree_with_its_checkpoint', sequence, message };
}

function hashOf({ sequence, previous, body }: Omit<ChainLink, 'hash'>, sha256: Sha256): string {
  return digestOf({ body, previous, sequence }, sha256);
}
