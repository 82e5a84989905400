import { canonicalJson } from '../canonical/index.ts';
import { InvariantError, isPositive } from '../num/index.ts';
import { factName } from '../rules/index.ts';
import type { Leaf, ListedRule, Names, ScopeFacts } from '../rules/index.ts';
import { borderCount, borderValues } from './border-values.ts';
import { numberAt } from './number-at.ts';
import type { FactValues } from './number-at.ts';
import { placedLeaves } from './placed-leaves.ts';
import type { PlacedLeaf } from './placed-leaves.ts';
import { scopeOf } from './scope-of.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** A border of a leaf has three sides: at the threshold, just below it and just above it. */
const SIDES = 3;

/** Most borders that are tried, some of which come out like others; more than 2,048 values have in six surroundings. */
const TRIES_MAX = 40_000;

const GOLDEN_RATIO = (1 + Math.sqrt(5)) / 2;

/** Scopes at the borders of a rule list. */
export interface BoundaryFacts {
  /** Each is made when it is asked for. */
  readonly scopes: Iterable<ScopeFacts>;
  /** How many there are at most: some come out like others, or are nothing that a fact can be. */
  readonly countMax: number;
}

/**
 * Scopes at the borders of a checked rule list: for each leaf, at its threshold, just below it and just above it, in
 * several surroundings that are themselves made of thresholds. Each once; all facts that the list asks for have values.
 *
 * However early they end, no leaf is left out for another: first comes one border of each leaf that was not yet seen
 * both true and false, which `isSeenBothWays` is asked for by the leaf's pointer; then the other surroundings; then
 * the leaves take turns.
 */
export function boundaryFacts(
  list: readonly ListedRule[],
  names: Names,
  isSeenBothWays: (pointer: string) => boolean,
): BoundaryFacts {
  const leaves = distinctLeaves(list, names);
  const around = surroundingsOf(
    list,
    leaves.map(({ leaf }) => leaf),
    names,
  );
  const [first] = around.bases;
  // A ratio over what is never above zero has no value at all, and the engine judges nothing that asks for it.
  if (first === undefined) return { scopes: [], countMax: 0 };
  const borders = leaves.reduce((sum, { leaf }) => sum + borderCount(leaf, first, names.facts), 0);
  const tried = candidates(leaves, around.bases, names, isSeenBothWays);
  return { scopes: distinctScopes(tried, around, names), countMax: around.bases.length * (borders + 1) };
}

function distinctLeaves(list: readonly ListedRule[], names: Names): PlacedLeaf[] {
  const placed = list.flatMap(({ conditions, pointer }) => placedLeaves(conditions, pointer, names));
  return [...new Map(placed.map((leaf) => [leaf.pointer, leaf])).values()];
}

function* distinctScopes(
  tried: Iterable<FactValues>,
  { positive }: Surroundings,
  names: Names,
): Generator<ScopeFacts, void, undefined> {
  const seen = new Set<string>();
  let tries = 0;
  for (const values of tried) {
    const key = JSON.stringify([...values]);
    if (areAboveZero(values, positive) && !seen.has(key)) {
      seen.add(key);
      yield scopeOf(values, names.facts);
    }
    tries += 1;
    if (tries === TRIES_MAX) return;
  }
}

function* candidates(
  leaves: readonly PlacedLeaf[],
  bases: readonly FactValues[],
  names: Names,
  isSeenBothWays: (pointer: string) => boolean,
): Generator<FactValues, void, undefined> {
  for (const [pass, base] of bases.entries()) {
    yield base;
    const turns = new Map<string, Iterator<FactValues>>();
    for (const { leaf } of leaves) turns.set(borderKey(leaf), valuesAt(leaf, base, names));
    for (const { leaf, pointer } of spread(leaves)) {
      for (let side = 0; side < SIDES && !isSeenBothWays(pointer); side += 1) {
        const next = turns.get(borderKey(leaf))?.next();
        if (next === undefined) throw new InvariantError('a leaf without a turn');
        if (next.done !== true) yield next.value;
      }
    }
    if (pass === 0) yield* bases;
    yield* inTurn([...turns.values()]);
  }
}

/**
 * In an order that jumps about evenly: limits often stand in order, and those far apart show most of the others both
 * ways. Multiples of the golden ratio leave no part of the unit interval out for long.
 */
function spread<One>(all: readonly One[]): One[] {
  const ranked = all.map((one, at) => ({ one, rank: ((at + 1) * GOLDEN_RATIO) % 1 }));
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ one }) => one);
}

/** Leaves that differ in their operator only have the same borders. */
function borderKey(leaf: Leaf): string {
  return canonicalJson([factName(leaf), leaf.value]);
}

function* valuesAt(leaf: Leaf, base: FactValues, names: Names): Generator<FactValues, void, undefined> {
  for (const moved of borderValues(leaf, base, names.facts)) yield new Map([...base, ...moved]);
}

/** What iterators give: the next of each, and again, until all are done. */
function* inTurn<Value>(all: readonly Iterator<Value>[]): Generator<Value, void, undefined> {
  let left = all;
  while (left.length > 0) {
    const still: Iterator<Value>[] = [];
    for (const one of left) {
      const next = one.next();
      if (next.done === true) continue;
      yield next.value;
      still.push(one);
    }
    left = still;
  }
}

/** A ratio over nothing has no value, and json-rules-engine refuses a run that asks for it. */
function areAboveZero(values: FactValues, positive: ReadonlySet<string>): boolean {
  return [...positive].every((name) => {
    const value = numberAt(name, values);
    return value !== null && isPositive(value);
  });
}
