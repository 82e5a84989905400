import { formatDecimal, multiply, parseDecimal } from '../num/index.ts';
import { factName, factOf, isNumeric } from '../rules/index.ts';
import type { Decimal } from '../num/index.ts';
import type { CatalogueFact, FactCatalogue, Leaf } from '../rules/index.ts';
import type { FactValue } from '../venue/index.ts';
import { factCandidates, factValue, isBelieved, sidesOf } from './fact-candidates.ts';
import { literalsOf } from './literals-of.ts';
import { numberAt } from './number-at.ts';
import type { FactValues } from './number-at.ts';

/**
 * What must change in `base` to put a leaf at its border, just below and just above it: the threshold that it is
 * compared with, or the value of the other fact. Ratios are moved by their numerators. Each is made when asked for.
 */
export function* borderValues(
  leaf: Leaf,
  base: FactValues,
  catalogue: FactCatalogue,
): Generator<FactValues, void, undefined> {
  const fact = factOf(factName(leaf), catalogue);
  if (typeof leaf.value === 'object' && 'fact' in leaf.value) {
    const other = factOf(factName(leaf.value), catalogue);
    yield* isNumeric(fact) ? bordersWith(fact, other, base, catalogue) : meetings(fact, other, base);
    return;
  }
  const literals = literalsOf(leaf.value);
  if (!isNumeric(fact)) {
    for (const value of factCandidates(fact, literals, false)) yield new Map([[fact.name, value]]);
    return;
  }
  const under = fact.denominator === null ? null : numberAt(fact.denominator, base);
  for (const literal of literals) {
    const limit = parseDecimal(literal.toString());
    if (limit !== null) yield* numberSides(fact, under === null ? limit : multiply(limit, under), catalogue);
  }
}

/** How many borders a leaf has at most, without making those of numbers. */
export function borderCount(leaf: Leaf, base: FactValues, catalogue: FactCatalogue): number {
  const literals = literalsOf(leaf.value);
  const isOfNumbers = literals.length > 0 && isNumeric(factOf(factName(leaf), catalogue));
  return isOfNumbers ? 3 * literals.length : [...borderValues(leaf, base, catalogue)].length;
}

/** One number against another: the other's denominator becomes 1, so that both may meet exactly. */
function bordersWith(
  fact: CatalogueFact,
  other: CatalogueFact,
  base: FactValues,
  catalogue: FactCatalogue,
): FactValues[] {
  const values = new Map(base);
  if (other.denominator !== null) values.set(other.denominator, factValue('1', factOf(other.denominator, catalogue)));
  const compared = numberAt(other.numerator ?? other.name, values);
  const under = fact.denominator === null ? null : numberAt(fact.denominator, values);
  if (compared === null) return [];
  const sides = numberSides(fact, under === null ? compared : multiply(compared, under), catalogue);
  return sides.map((moved) => new Map([...values, ...moved]));
}

/** A text, a set or a truth against another: the same, and not the same. */
function meetings(fact: CatalogueFact, other: CatalogueFact, base: FactValues): FactValues[] {
  const [own, compared] = [base.get(fact.name), base.get(other.name)];
  if (fact.type === 'boolean') return [true, false].map((value) => new Map([[fact.name, value]]));
  if (fact.type === 'set') {
    const member = typeof compared === 'string' ? [compared] : Array.isArray(compared) ? compared : [];
    return [member, []].map((values) => new Map<string, FactValue>([[fact.name, values]]));
  }
  if (other.type === 'set') {
    const members = [typeof own === 'string' ? [own] : [], []];
    return members.map((values) => new Map<string, FactValue>([[other.name, values]]));
  }
  const values = typeof compared === 'string' ? [compared, ...factCandidates(fact, [], false)] : [];
  return values.map((value) => new Map([[fact.name, value]]));
}

/** A number, or a ratio by its numerator, at a value, just below and just above it. */
function numberSides(fact: CatalogueFact, value: Decimal, catalogue: FactCatalogue): FactValues[] {
  const moved = fact.numerator === null ? fact : factOf(fact.numerator, catalogue);
  return sidesOf(value, moved)
    .filter((side) => isBelieved(side, moved))
    .map((side) => new Map([[moved.name, factValue(formatDecimal(side), moved)]]));
}
