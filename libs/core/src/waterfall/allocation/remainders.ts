import { floatOf } from '../../num/index.ts';
import { DIVISOR_MAX, remainderOf } from './exact-division.ts';
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
  const remainders = new Float64Array(caps.length);
  const floors = new Array<bigint>(caps.length).fill(0n);
  const divide = level.numerator <= SAFE_MAX && level.denominator <= DIVISOR_MAX ? dividedSmall(level) : dividedLarge;
  let total = 0n;
  for (let slot = 0; slot < remainders.length; slot += 1) {
    const [cap, weight] = [caps[slot] ?? 0n, weights[slot] ?? 0n];
    const floor = divide(level, weight, cap, remainders, slot);
    floors[slot] = floor;
    total += floor;
  }
  return { level, floors, remainders, total };
}

/** Answers min(floor(level · weight), cap), and leaves the remainder at the slot where the cap is not met. */
type Divide = (level: Fraction, weight: bigint, cap: bigint, remainders: Float64Array, slot: number) => bigint;

const dividedLarge: Divide = ({ numerator, denominator }, weight, cap, remainders, slot) => {
  const scaled = numerator * weight;
  const floor = scaled / denominator;
  if (floor >= cap) return cap;
  remainders[slot] = floatOf(scaled - floor * denominator);
  return floor;
};

/** The same in machine arithmetic, several times faster, wherever weight and cap are small enough for it to be exact. */
function dividedSmall(level: Fraction): Divide {
  const numerator = floatOf(level.numerator);
  const denominator = floatOf(level.denominator);
  return (_, weight, cap, remainders, slot) => {
    if (weight > SAFE_MAX || cap > CAP_MAX) return dividedLarge(level, weight, cap, remainders, slot);
    const most = floatOf(cap);
    const factor = floatOf(weight);
    const near = (numerator * factor) / denominator;
    // Two floats were rounded: below 2^52 they are wrong by less than 1 together.
    if (near >= most + 2) return cap;
    let floor = Math.floor(near);
    let remainder = remainderOf(numerator, factor, floor, denominator);
    if (remainder < 0) [floor, remainder] = [floor - 1, remainder + denominator];
    else if (remainder >= denominator) [floor, remainder] = [floor + 1, remainder - denominator];
    if (floor >= most) return cap;
    remainders[slot] = remainder;
    return BigInt(floor);
  };
}

const SAFE_MAX = BigInt(Number.MAX_SAFE_INTEGER);
/** With a cap up to here a quotient that matters is below 2^52. */
const CAP_MAX = 2n ** 51n;

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
