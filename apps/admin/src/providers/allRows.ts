import { nextAfter } from './nextAfter.ts';
import { request } from './request.ts';

/** Rows on one page; the most that the API gives. */
const ROWS_MAX = 1000;

/** A whole list of those that only grow, page by page, the first first. */
export async function allRows<Row>(path: string, signal?: AbortSignal): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | null = null;
  do {
    const query = { limit: ROWS_MAX, after: after ?? undefined };
    const { body, headers } = await request(path, { query, signal });
    rows.push(...(body as readonly Row[]));
    after = nextAfter(headers.get('link'));
  } while (after !== null);
  return rows;
}
