/** One row on both sides of a comparison; null where a side has none. */
export interface MatchedRow<Row> {
  readonly key: string;
  readonly before: Row | null;
  readonly after: Row | null;
}

/** Pairs the rows of two tables by identity: those of `before` in their order, then those that are new in theirs. */
export function matchRows<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
): MatchedRow<Row>[] {
  const rowsBefore = new Map(before.map((row) => [keyOf(row), row]));
  const rowsAfter = new Map(after.map((row) => [keyOf(row), row]));
  const keys = new Set([...rowsBefore.keys(), ...rowsAfter.keys()]);
  return [...keys].map((key) => ({ key, before: rowsBefore.get(key) ?? null, after: rowsAfter.get(key) ?? null }));
}
