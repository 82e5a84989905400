import fc from 'fast-check';

/** One change to a plain JSON document, somewhere within it. */
export interface Mutation {
  /** Picks the place: modulo the number of places. */
  readonly place: number;
  readonly value: unknown;
}

const decimals = fc.oneof(
  fc.constantFrom('0', '1', '0.5', '0.0001', '100', '2.50', '1000000', '-1', '1.0000000000000000001'),
  fc.nat(1_000_000).map((units) => (units / 1_000).toFixed(3)),
);

/** Replaces a leaf by what a careless author might write there. */
export const mutations = fc.array(
  fc.record({
    place: fc.nat(10_000),
    value: fc.oneof(
      { weight: 6, arbitrary: decimals },
      { weight: 2, arbitrary: fc.integer({ min: -1, max: 20 }) },
      fc.constantFrom(null, true, [], {}, '', '*', 'ceil', 'floor', 'mark', 'entry', 'none'),
    ),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The document with every mutation applied in turn; the original stays as it is. */
export function mutate(document: unknown, changes: readonly Mutation[]): unknown {
  return changes.reduce<unknown>((mutated, { place, value }) => {
    const places = leavesOf(mutated);
    const chosen = places[place % Math.max(places.length, 1)];
    return chosen === undefined ? mutated : replaced(mutated, chosen, value);
  }, document);
}

/** Most documents that one fixture is changed into. */
const CHANGES_MAX = 600;

/**
 * Documents that one leaf tells apart from the given one: each leaf in turn, each value in turn; of a large document
 * evenly spread ones, with a step that meets every leaf and every value.
 */
export function oneLeafChanges(document: unknown): unknown[] {
  const leaves = leavesOf(document);
  const changes: unknown[] = [];
  for (let at = 0; at < leaves.length * VALUES.length; at += stepThrough(leaves.length * VALUES.length)) {
    changes.push(replaced(document, leaves[Math.floor(at / VALUES.length)] ?? [], VALUES[at % VALUES.length]));
  }
  return changes;
}

function stepThrough(total: number): number {
  let step = Math.ceil(total / CHANGES_MAX);
  while (step > 1 && greatestCommonDivisor(step, VALUES.length) > 1) step += 1;
  return step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

const VALUES: readonly unknown[] = [
  ...['0', '0.001', '0.5', '0.75', '1', '1.5', '20', '1000000', 'XYZ', '2030-01-01T00:00:00Z', '{}', null, 1, 7, 90],
  ...['index', 'lowest', 'redemption', 'ceil', 'floor', 'mark', 'entry', 'net', 'gross', 'larger-side', 'none'],
  ...['continuous', 'floor-inclusive', 'cap-inclusive', 'listed', 'reduce-only', 'delisted', 'linear', 'inverse'],
  ...['settlement-asset', 'multi-asset', true, false],
];

type Path = readonly string[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: Path, leaf: unknown): unknown {
  if (key === undefined) return leaf;
  if (Array.isArray(value)) {
    return value.map((child: unknown, index) => (String(index) === key ? replaced(child, rest, leaf) : child));
  }
  const fields = value as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaced(fields[key], rest, leaf) };
}
