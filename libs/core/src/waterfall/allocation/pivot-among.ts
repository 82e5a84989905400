/**
 * The slot that splits what is still undecided in some round: by a fixed sequence without pattern at first, so that half is
 * decided in the mean and the same question takes the same path everywhere. From round `roundsMax` on, what is left is
 * sorted and its middle taken, so that no book makes a search slower than n log n.
 */
export function pivotAmong(
  slots: Int32Array,
  round: number,
  roundsMax: number,
  order: (a: number, b: number) => number,
): number {
  if (round >= roundsMax) return slots.toSorted(order)[slots.length >> 1] ?? 0;
  let mixed = Math.imul(round + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  return slots[((mixed ^ (mixed >>> 13)) >>> 0) % slots.length] ?? 0;
}

/** The slots of so many parts. */
export function slotsOf(count: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(count);
  for (let slot = 0; slot < count; slot += 1) slots[slot] = slot;
  return slots;
}

/** So many random pivots leave one of a billion slots with a chance of less than one in a million. */
export const ROUNDS_MAX = 96;
