import { canonicalJson } from '../canonical/index.ts';
import type { Difference, Effect } from './difference.ts';
import { fieldDifference } from './field-difference.ts';
import { matchRows } from './match-rows.ts';

export interface RowTable<Row> {
  /** Field of the document that holds the rows. */
  readonly list: string;
  /** How a sentence calls one of them. */
  readonly word: string;
  readonly before: readonly Row[];
  readonly after: readonly Row[];
  /** Its identity as it stands in a path: slashes within names written `~1`. */
  readonly keyOf: (row: Row) => string;
  readonly effect: Effect;
}

/** The differences of a table whose rows are each one value: those that come, go or are another, by identity. */
export function rowDifferences<Row>({ list, word, before, after, keyOf, effect }: RowTable<Row>): Difference[] {
  return matchRows(before, after, keyOf).flatMap((row) =>
    fieldDifference({
      path: `/${list}/${row.key}`,
      subject: `The ${word} \`${row.key.replaceAll('~1', '/')}\``,
      before: textOf(row.before),
      after: textOf(row.after),
      effect: () => effect,
    }),
  );
}

function textOf(row: unknown): string | null {
  return row === null ? null : canonicalJson(row);
}
