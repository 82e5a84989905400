import { pathOf, paths } from '@backstop/contracts';
import type { BookAccountResource, BookScopeResource, BookZonesResource, LossStanding } from '@backstop/contracts';
import { totalOf } from './contentRange.ts';
import { request } from './request.ts';

/** What the console asks about the book of accounts. */
export const bookApi = {
  /** A page of scopes of the last book, the nearest to liquidation first. */
  accounts: async (
    query: Readonly<Record<string, string | number | undefined>>,
    signal?: AbortSignal,
  ): Promise<{ readonly rows: readonly BookScopeResource[]; readonly total: number }> => {
    const { body, headers } = await request(paths.bookAccounts, { query, signal });
    const rows = body as readonly BookScopeResource[];
    return { rows, total: totalOf(headers.get('content-range')) ?? rows.length };
  },
  /** The last books by zone, the last one first. */
  zones: async (limit: number, signal?: AbortSignal): Promise<readonly BookZonesResource[]> =>
    (await request(paths.bookZones, { query: { limit }, signal })).body as readonly BookZonesResource[],
  account: async (id: string, signal?: AbortSignal): Promise<BookAccountResource> =>
    (await request(pathOf(paths.bookAccount, { id }), { signal })).body as BookAccountResource,
  /** Where an account would stand among the accounts of a stored book, were a loss to come; nothing is recorded. */
  standing: async (account: string, loss: unknown, signal?: AbortSignal): Promise<LossStanding> =>
    (await request(paths.lossStanding, { method: 'POST', query: { account }, body: loss, signal }))
      .body as LossStanding,
};
