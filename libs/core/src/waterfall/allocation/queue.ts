import { floatOf } from '../../num/index.ts';
import { idRanks } from './id-order.ts';
import type { Participants } from './participants.ts';
import type { Parts } from './parts.ts';
import { pivotAmong, ROUNDS_MAX } from './pivot-among.ts';

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
  const units = new Array<bigint>(parts.caps.length).fill(0n);
  let undecided = Int32Array.from(parts.places, (_, slot) => slot);
  let left = target;
  const fill = (slots: Int32Array): void => {
    for (const slot of slots) {
      const cap = parts.caps[slot] ?? 0n;
      left -= units[slot] = cap < left ? cap : left;
    }
  };
  for (let round = 0; left > 0n && undecided.length > 0; round += 1) {
    const pivot = keys[pivotAmong(undecided, round, roundsMax, (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))] ?? 0;
    const above = undecided.filter((slot) => (keys[slot] ?? 0) > pivot);
    const reach = sumOf(parts.caps, above);
    if (reach >= left) {
      undecided = above;
      continue;
    }
    fill(above);
    const at = undecided.filter((slot) => keys[slot] === pivot);
    if (sumOf(parts.caps, at) > left) sortQueue(at, participants, parts, keys);
    fill(at);
    undecided = undecided.filter((slot) => (keys[slot] ?? 0) < pivot);
  }
  return units;
}

/** All slots, the highest score first, ties by id in UTF-8 byte order. */
export function queueOrder(participants: Participants, parts: Parts): Int32Array {
  const slots = Int32Array.from(parts.places, (_, slot) => slot);
  sortQueue(slots, participants, parts, keysOf(participants, parts));
  return slots;
}

/** Scores as floats: rounding never turns two of them round, so that floats that differ order what they were made of. */
function keysOf({ scores }: Participants, { places }: Parts): Float64Array {
  return Float64Array.from(places, (place) => (scores === null ? 0 : floatOf(scores[place] ?? 0n)));
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
