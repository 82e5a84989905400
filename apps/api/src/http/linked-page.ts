/** One page of an append-only list; `next` is what the page after it comes after, null for the last page. */
export interface LinkedPage<Row> {
  readonly rows: readonly Row[];
  readonly next: number | null;
}

/** One row more than the page holds was asked for: it says that there is another page. */
export function linkedPage<Row extends { readonly sequence: number }>(
  rows: readonly Row[],
  limit: number,
): LinkedPage<Row> {
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null };
}
