import { floatOf } from '../../num/index.ts';
import { idRanks } from './id-order.ts';
import type { Participants } from './participants.ts';
import type { Parts } from './parts.ts';
import { pivotAmong, ROUNDS_MAX, slotsOf } from './pivot-among.ts';

/**
 * Units by slot: the highest score first, ties by id in UTF-8 byte order, each up to its cap until `target` (≤ Σ cap) is met.
 *
 * Only the score at which the target is met matters: whoever scores higher is full, whoever scores lower has nothing. It is
 * searched for as a water level is; ids are compared only between those who tie at it.
 */
export function queued(
  participants: Participants,
  parts: Parts,
  target: bigint,
  roundsMax = ROUNDS_MAX,
): readonly bigint[] {
  const keys = keysOf(participants, parts);
  const order = (a: number, b: number): number => (keys[a] ?? 0) - (keys[b] ?? 0);
  const units = new Array<bigint>(parts.caps.length).fill(0n);
  let undecided = slotsOf(parts.caps.length);
  let left = target;
  const fill = (slots: Int32Array): void => {
    for (const slot of slots) {
      const cap = parts.caps[slot] ?? 0n;
      left -= units[slot] = cap < left ? cap : left;
    }
  };
  for (let round = 0; left > 0n && undecided.length > 0; round += 1) {
    const split = splitAt(keys, undecided, keys[pivotAmong(undecided, round, roundsMax, order)] ?? 0);
    if (sumOf(parts.caps, split.above) >= left) {
      undecided = split.above;
      continue;
    }
    fill(split.above);
    if (sumOf(parts.caps, split.at) > left) sortQueue(split.at, participants, parts, keys);
    fill(split.at);
    undecided = split.below;
  }
  return units;
}

interface Split {
  readonly above: Int32Array<ArrayBuffer>;
  readonly at: Int32Array<ArrayBuffer>;
  readonly below: Int32Array<ArrayBuffer>;
}

/** Slots whose key is above, at and below a pivot, in their order. */
function splitAt(keys: Float64Array, slots: Int32Array, pivot: number): Split {
  const columns = [new Int32Array(slots.length), new Int32Array(slots.length), new Int32Array(slots.length)] as const;
  const [above, at, below] = columns;
  let [aboveCount, atCount, belowCount] = [0, 0, 0];
  for (const slot of slots) {
    const key = keys[slot] ?? 0;
    if (key > pivot) above[aboveCount++] = slot;
    else if (key < pivot) below[belowCount++] = slot;
    else at[atCount++] = slot;
  }
  return { above: above.slice(0, aboveCount), at: at.slice(0, atCount), below: below.slice(0, belowCount) };
}

/** All slots, the highest score first, ties by id in UTF-8 byte order. */
export function queueOrder(participants: Participants, parts: Parts): Int32Array {
  const slots = slotsOf(parts.caps.length);
  sortQueue(slots, participants, parts, keysOf(participants, parts));
  return slots;
}

/** Scores as floats: rounding never turns two of them round, so that floats that differ order what they were made of. */
function keysOf({ scores }: Participants, { places }: Parts): Float64Array {
  const keys = new Float64Array(places.length);
  if (scores === null) return keys;
  for (let slot = 0; slot < keys.length; slot += 1) keys[slot] = floatOf(scores[places[slot] ?? 0] ?? 0n);
  return keys;
}

function sortQueue(slots: Int32Array, { ids, scores }: Participants, { places }: Parts, keys: Float64Array): void {
  const ranks = new Int32Array(places.length);
  const ownRanks = idRanks(Array.from(slots, (slot) => ids[places[slot] ?? 0] ?? ''));
  slots.forEach((slot, at) => (ranks[slot] = ownRanks[at] ?? 0));
  const scoreAt = (slot: number): bigint => scores?.[places[slot] ?? 0] ?? 0n;
  slots.sort((a, b) => {
    const [left, right] = [keys[a] ?? 0, keys[b] ?? 0];
    if (left !== right) return left > right ? -1 : 1;
    const [exactLeft, exactRight] = [scoreAt(a), scoreAt(b)];
    if (exactLeft !== exactRight) return exactLeft > exactRight ? -1 : 1;
    return (ranks[a] ?? 0) - (ranks[b] ?? 0);
  });
}

function sumOf(caps: readonly bigint[], slots: Int32Array): bigint {
  let sum = 0n;
  for (const slot of slots) sum += caps[slot] ?? 0n;
  return sum;
}
