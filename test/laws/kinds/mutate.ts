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

/** Every document that one leaf tells apart: each leaf in turn, each value in turn. */
export function oneLeafChanges(document: unknown): unknown[] {
  return leavesOf(document).flatMap((path) => VALUES.map((value) => replaced(document, path, value)));
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
