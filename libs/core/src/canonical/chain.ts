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
  const expected = new Map(checkpoints.map(({ sequence, hash }) => [sequence, hash]));
  let last: ChainPlace | null = null;
  for (const link of links) {
    const fault = faultOf(link, last, sha256) ?? disagreement(link, expected.get(link.sequence));
    if (fault !== null) return fault;
    last = link;
  }
  const end = last?.sequence ?? 0;
  const beyond = checkpoints.find(({ sequence }) => sequence > end);
  if (beyond === undefined) return null;
  const message = `the chain ends at ${String(end)}, a checkpoint knows of ${String(beyond.sequence)}`;
  return { code: 'chain_must_reach_its_checkpoint', sequence: end, message };
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

function disagreement({ sequence, hash }: ChainLink, kept: string | undefined): ChainFault | null {
  if (kept === undefined || kept === hash) return null;
  const message = `entry ${String(sequence)} has another hash than its checkpoint`;
  return { code: 'chain_must_agree_with_its_checkpoint', sequence, message };
}

function hashOf({ sequence, previous, body }: Omit<ChainLink, 'hash'>, sha256: Sha256): string {
  return digestOf({ body, previous, sequence }, sha256);
}
