import { InvariantError, isPositive } from '../num/index.ts';
import { factName } from '../rules/index.ts';
import type { CatalogueFact, Leaf, ListedRule, Names, ScopeFacts } from '../rules/index.ts';
import type { FactValue } from '../venue/index.ts';
import { askedFacts } from './asked-facts.ts';
import { borderValues } from './border-values.ts';
import { factCandidates } from './fact-candidates.ts';
import { literalsOf } from './literals-of.ts';
import { numberAt } from './number-at.ts';
import type { FactValues } from './number-at.ts';
import { placedLeaves } from './placed-leaves.ts';
import { scopeOf } from './scope-of.ts';

/** How often each border is met, each time with other facts around it. */
const PASSES = 6;

/**
 * Scopes at the borders of a checked rule list: for each leaf, at its threshold, just below it and just above it, in
 * six surroundings that are themselves made of thresholds. Each once, in an order that meets every leaf before it
 * meets one again; all facts that the list asks for have values.
 */
export function boundaryFacts(list: readonly ListedRule[], names: Names): ScopeFacts[] {
  const leaves = distinctLeaves(list, names);
  const candidates = candidatesByFact(list, leaves, names);
  // A ratio over what is never above zero has no value at all, and the engine judges nothing that asks for it.
  if (candidates.some(({ values }) => values.length === 0)) return [];
  const positive = new Set(candidates.filter(({ isAboveZero }) => isAboveZero).map(({ fact }) => fact.name));
  const scopes = new Map<string, ScopeFacts>();
  for (let pass = 0; pass < PASSES; pass += 1) {
    const base = new Map(candidates.map(({ fact, values }, at) => [fact.name, surrounding(values, at, pass)]));
    const borders = leaves.flatMap((leaf) => borderValues(leaf, base, names.facts));
    for (const moved of [new Map<string, FactValue>(), ...borders]) {
      const values = new Map([...base, ...moved]);
      const key = JSON.stringify([...values]);
      if (areAboveZero(values, positive) && !scopes.has(key)) scopes.set(key, scopeOf(values, names.facts));
    }
  }
  return [...scopes.values()];
}

interface Candidates {
  readonly fact: CatalogueFact;
  readonly isAboveZero: boolean;
  readonly values: readonly FactValue[];
}

function distinctLeaves(list: readonly ListedRule[], names: Names): Leaf[] {
  const placed = list.flatMap(({ conditions, pointer }) => placedLeaves(conditions, pointer, names));
  return [...new Map(placed.map(({ pointer, leaf }) => [pointer, leaf])).values()];
}

/** For each fact that is read, the parts of ratios among them, the values that surroundings are made of. */
function candidatesByFact(list: readonly ListedRule[], leaves: readonly Leaf[], names: Names): Candidates[] {
  const asked = [...askedFacts(list, names)].map((name) => factAt(name, names));
  const denominators = new Set(asked.flatMap(({ denominator }) => denominator ?? []));
  const read = new Set(
    asked.flatMap(({ name, numerator, denominator }) =>
      numerator === null || denominator === null ? [name] : [numerator, denominator],
    ),
  );
  return [...read].map((name) => {
    const literals = leaves.flatMap((leaf) => (factName(leaf) === name ? literalsOf(leaf.value) : []));
    const isAboveZero = denominators.has(name);
    const fact = factAt(name, names);
    return { fact, isAboveZero, values: factCandidates(fact, literals, isAboveZero) };
  });
}

/** Each fact goes through its values at a pace of its own, so that passes do not move in step. */
function surrounding(values: readonly FactValue[], at: number, pass: number): FactValue {
  const value = values[(pass * (at + 1) + at) % values.length];
  if (value === undefined) throw new InvariantError('a fact without a value to be judged at');
  return value;
}

/** A ratio over nothing has no value, and json-rules-engine refuses a run that asks for it. */
function areAboveZero(values: FactValues, positive: ReadonlySet<string>): boolean {
  return [...positive].every((name) => {
    const value = numberAt(name, values);
    return value !== null && isPositive(value);
  });
}

function factAt(name: string, { facts }: Names): CatalogueFact {
  const fact = facts.get(name);
  if (fact === undefined) throw new InvariantError(`no fact ${name}`);
  return fact;
}
