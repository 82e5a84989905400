import { floatOf } from '../../num/index.ts';
import { fraction } from './fraction.ts';
import type { Fraction } from './fraction.ts';
import { pivotAmong, ROUNDS_MAX, slotsOf } from './pivot-among.ts';

/** Caps and weights by slot: caps at least 0, weights above 0. */
export interface LevelColumns {
  readonly caps: readonly bigint[];
  readonly weights: readonly bigint[];
}

/**
 * The one level at which Σ min(level · weight, cap) is `target`, which is above 0 and below Σ cap.
 *
 * A slot fills up at the level cap ÷ weight. A pivot's ratio splits the slots that are still undecided: if filling up to it
 * takes no more than the target, all at or below it are full; else all at or above it stay below their caps. So each round
 * decides its own part, about half of it: linear in the mean, n log n at worst. Ratios are compared by cross-multiplication,
 * behind a filter of floats with a proven bound.
 */
export function waterLevel(columns: LevelColumns, target: bigint, roundsMax = ROUNDS_MAX): Fraction {
  const ratios = ratiosOf(columns);
  const even = evenLevel(columns, ratios, target);
  if (even !== null) return even;
  const order = (a: number, b: number): number => compareRatios(columns, ratios, a, b);
  let undecided = slotsOf(columns.caps.length);
  let full = 0n;
  let open = 0n;
  for (let round = 0; undecided.length > 0; round += 1) {
    const pivot = pivotAmong(undecided, round, roundsMax, order);
    const split = splitAt(columns, undecided, (slot) => order(slot, pivot));
    const weight = columns.weights[pivot] ?? 1n;
    const filled = (full + split.capsUpTo) * weight + (columns.caps[pivot] ?? 0n) * (open + split.weightsAbove);
    if (filled <= target * weight) {
      full += split.capsUpTo;
      undecided = split.above;
    } else {
      open += split.weightsAbove + split.weightsAt;
      undecided = split.below;
    }
  }
  return fraction(target - full, open);
}

/** The lowest level at which every slot is full: the largest cap ÷ weight; 0 for none. */
export function levelOfAll(columns: LevelColumns): Fraction {
  const ratios = ratiosOf(columns);
  let largest = 0;
  for (let slot = 1; slot < ratios.length; slot += 1) {
    if (compareRatios(columns, ratios, slot, largest) > 0) largest = slot;
  }
  return fraction(columns.caps[largest] ?? 0n, columns.weights[largest] ?? 1n);
}

/** The level where nobody fills up, as in most runs pro rata; null where someone may. */
function evenLevel({ weights }: LevelColumns, ratios: Float64Array, target: bigint): Fraction | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  const least = ratioKey(target, total) * APART;
  return ratios.every((ratio) => ratio > least) ? fraction(target, total) : null;
}

interface Split {
  readonly below: Int32Array<ArrayBuffer>;
  readonly above: Int32Array<ArrayBuffer>;
  /** Σ cap of those at or below the pivot. */
  readonly capsUpTo: bigint;
  readonly weightsAt: bigint;
  readonly weightsAbove: bigint;
}

function splitAt({ caps, weights }: LevelColumns, slots: Int32Array, order: (slot: number) => number): Split {
  const below = new Int32Array(slots.length);
  const above = new Int32Array(slots.length);
  let [belowCount, aboveCount] = [0, 0];
  let [capsUpTo, weightsAt, weightsAbove] = [0n, 0n, 0n];
  for (const slot of slots) {
    const side = order(slot);
    if (side > 0) {
      weightsAbove += weights[slot] ?? 0n;
      above[aboveCount++] = slot;
      continue;
    }
    capsUpTo += caps[slot] ?? 0n;
    if (side === 0) weightsAt += weights[slot] ?? 0n;
    else below[belowCount++] = slot;
  }
  return { below: below.slice(0, belowCount), above: above.slice(0, aboveCount), capsUpTo, weightsAt, weightsAbove };
}

/** Two ratios whose keys are further apart than this part of them differ as their keys do. */
const APART = 1 + 2 ** -49;

/** Negative, 0 or positive as the ratio of slot a is below, at or above that of slot b; exact. */
function compareRatios({ caps, weights }: LevelColumns, ratios: Float64Array, a: number, b: number): number {
  const left = ratios[a] ?? 0;
  const right = ratios[b] ?? 0;
  if (left * APART < right) return -1;
  if (right * APART < left) return 1;
  const over = (caps[a] ?? 0n) * (weights[b] ?? 1n);
  const under = (caps[b] ?? 0n) * (weights[a] ?? 1n);
  return over < under ? -1 : over > under ? 1 : 0;
}

function ratiosOf({ caps, weights }: LevelColumns): Float64Array {
  const ratios = new Float64Array(caps.length);
  for (let slot = 0; slot < ratios.length; slot += 1) ratios[slot] = ratioKey(caps[slot] ?? 0n, weights[slot] ?? 1n);
  return ratios;
}

const SMALLEST_NORMAL = 2 ** -1022;

/**
 * cap ÷ weight as a float, wrong by at most 3.1 · 2^-53 of itself: cap, weight and quotient are each rounded once. NaN, with
 * which every comparison fails, where a float would overflow or lose digits.
 */
function ratioKey(cap: bigint, weight: bigint): number {
  const over = floatOf(cap);
  const ratio = over / floatOf(weight);
  return over !== Infinity && (ratio >= SMALLEST_NORMAL || over === 0) ? ratio : Number.NaN;
}
