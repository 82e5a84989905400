import { InvariantError } from '../num/index.ts';
import { factName, factOf } from '../rules/index.ts';
import type { Leaf, ListedRule, Names } from '../rules/index.ts';
import type { FactValue } from '../venue/index.ts';
import { askedFacts } from './asked-facts.ts';
import { factCandidates } from './fact-candidates.ts';
import { literalsOf } from './literals-of.ts';
import type { FactValues } from './number-at.ts';

/** In how many surroundings each border is met. */
const BASES = 6;

/** Most literals of one fact that surroundings are made of: far more than there are surroundings. */
const LITERALS_MAX = 100;

/** Values of all facts that a rule list asks for, made of its thresholds: what borders are set in. */
export interface Surroundings {
  /** None where a fact has no value that can be believed. */
  readonly bases: readonly FactValues[];
  /** Names of the facts that others are divided by, which are to be above zero. */
  readonly positive: ReadonlySet<string>;
}

export function surroundingsOf(list: readonly ListedRule[], leaves: readonly Leaf[], names: Names): Surroundings {
  const asked = [...askedFacts(list, names)].map((name) => factOf(name, names.facts));
  const positive = new Set(asked.flatMap(({ denominator }) => denominator ?? []));
  const read = new Set(
    asked.flatMap(({ name, numerator, denominator }) =>
      numerator === null || denominator === null ? [name] : [numerator, denominator],
    ),
  );
  const literals = literalsByFact(leaves);
  const candidates = [...read].map((name) => ({
    name,
    values: factCandidates(factOf(name, names.facts), spread(literals.get(name) ?? []), positive.has(name)),
  }));
  if (candidates.some(({ values }) => values.length === 0)) return { bases: [], positive };
  const bases = Array.from({ length: BASES }, (_, pass) => {
    return new Map(candidates.map(({ name, values }, at) => [name, valueIn(values, at, pass)]));
  });
  return { bases, positive };
}

function literalsByFact(leaves: readonly Leaf[]): ReadonlyMap<string, (string | number)[]> {
  const literals = new Map<string, (string | number)[]>();
  for (const leaf of leaves) {
    const name = factName(leaf);
    const own = literals.get(name) ?? [];
    own.push(...literalsOf(leaf.value));
    literals.set(name, own);
  }
  return literals;
}

/** Each literal once; some of them, evenly, where there are too many. */
function spread(literals: readonly (string | number)[]): (string | number)[] {
  const distinct = [...new Set(literals)];
  const step = Math.ceil(distinct.length / LITERALS_MAX);
  return distinct.filter((_, at) => at % step === 0);
}

/** Each fact goes through its values at a pace of its own, so that passes do not move in step. */
function valueIn(values: readonly FactValue[], at: number, pass: number): FactValue {
  const value = values[(pass * (at + 1) + at) % values.length];
  if (value === undefined) throw new InvariantError('a fact without a value to be judged at');
  return value;
}
