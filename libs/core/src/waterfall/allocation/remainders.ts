import { floatOf } from '../../num/index.ts';
import type { Fraction } from './fraction.ts';
import { idRanks } from './id-order.ts';
import type { Participants } from './participants.ts';
import type { Parts } from './parts.ts';

/** The targets at a level, by slot. */
export interface Targets {
  readonly level: Fraction;
  /** min(floor(level · weight), cap). */
  readonly floors: bigint[];
  /**
   * What level · weight has above its floor, in parts of the level's denominator, as the nearest float; 0 where the cap is
   * met. Rounding never turns two of them round, so that floats that differ order what they were made of.
   */
  readonly remainders: Float64Array;
  /** Σ floors. */
  readonly total: bigint;
}

/** Targets at a level over the weights, in the whole numbers of these. */
export function targetsAt(caps: readonly bigint[], weights: readonly bigint[], level: Fraction): Targets {
  const { numerator, denominator } = level;
  const remainders = new Float64Array(caps.length);
  let total = 0n;
  const floors = caps.map((cap, slot) => {
    const scaled = numerator * (weights[slot] ?? 0n);
    const floor = scaled / denominator;
    if (floor >= cap) {
      total += cap;
      return cap;
    }
    remainders[slot] = floatOf(scaled - floor * denominator);
    total += floor;
    return floor;
  });
  return { level, floors, remainders, total };
}

/** The `count` slots of the largest remainders, ties by id in UTF-8 byte order; there are at least so many. In no order. */
export function largestRemainders(participants: Participants, parts: Parts, targets: Targets, count: number): number[] {
  if (count === 0) return [];
  const { remainders } = targets;
  const least = remainders.slice().sort()[remainders.length - count] ?? 0;
  const above: number[] = [];
  const tied: number[] = [];
  for (let slot = 0; slot < remainders.length; slot += 1) {
    const remainder = remainders[slot] ?? 0;
    if (remainder > least) above.push(slot);
    else if (remainder === least) tied.push(slot);
  }
  const missing = count - above.length;
  const chosen = tied.length === missing ? tied : inOrder(participants, parts, targets, tied).slice(0, missing);
  return above.concat(chosen);
}

/** All slots with a remainder, the largest first, ties by id in UTF-8 byte order. */
export function remainderOrder(participants: Participants, parts: Parts, targets: Targets): readonly number[] {
  const slots: number[] = [];
  targets.remainders.forEach((remainder, slot) => {
    if (remainder > 0) slots.push(slot);
  });
  return inOrder(participants, parts, targets, slots);
}

function inOrder(
  { ids }: Participants,
  { places, weights }: Parts,
  { level, remainders }: Targets,
  slots: readonly number[],
): number[] {
  const ranks = idRanks(slots.map((slot) => ids[places[slot] ?? 0] ?? ''));
  const entries = slots.map((slot, at) => ({
    slot,
    key: remainders[slot] ?? 0,
    exact: (level.numerator * (weights?.[slot] ?? 0n)) % level.denominator,
    rank: ranks[at] ?? 0,
  }));
  entries.sort((a, b) => {
    if (a.key !== b.key) return a.key > b.key ? -1 : 1;
    if (a.exact !== b.exact) return a.exact > b.exact ? -1 : 1;
    return a.rank - b.rank;
  });
  return entries.map(({ slot }) => slot);
}
