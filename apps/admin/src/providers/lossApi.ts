import { pathOf, paths } from '@backstop/contracts';
import type { BookSnapshotResource, LossAllocation, LossResource, SolvencyResource } from '@backstop/contracts';
import { allRows } from './allRows.ts';
import { nextAfter } from './nextAfter.ts';
import { request } from './request.ts';

/** Rows of who bears what on a page. */
const PAGE = 100;

/** A page of who bears what, and where the next one begins. */
export interface AllocationPage {
  readonly rows: readonly LossAllocation[];
  readonly next: string | null;
}

const LINES = 'application/x-ndjson';

/** What the console asks about losses, and about what the venue owes. */
export const lossApi = {
  /** Every loss that was recorded, the first first. */
  list: (signal?: AbortSignal): Promise<readonly LossResource[]> => allRows<LossResource>(paths.losses, signal),
  find: async (id: string, signal?: AbortSignal): Promise<LossResource> =>
    (await request(pathOf(paths.loss, { id }), { signal })).body as LossResource,
  allocations: async (id: string, after: string | null, signal?: AbortSignal): Promise<AllocationPage> => {
    const query = { limit: PAGE, after: after ?? undefined };
    const { body, headers } = await request(pathOf(paths.lossAllocations, { id }), { query, signal });
    return { rows: body as readonly LossAllocation[], next: nextAfter(headers.get('link')) };
  },
  /** Goes the whole way and is undone. */
  dryRun: async (lines: string): Promise<LossResource> => {
    const question = { method: 'POST', query: { dryRun: 'true' }, body: lines, contentType: LINES } as const;
    return (await request(paths.losses, question)).body as LossResource;
  },
  record: async (lines: string, idempotencyKey: string): Promise<LossResource> =>
    (await request(paths.losses, { method: 'POST', body: lines, contentType: LINES, idempotencyKey }))
      .body as LossResource,
  /** Stored books, whose accounts may be the candidates. */
  books: async (signal?: AbortSignal): Promise<readonly BookSnapshotResource[]> =>
    (await request(paths.bookSnapshots, { signal })).body as readonly BookSnapshotResource[],
  solvency: async (signal?: AbortSignal): Promise<SolvencyResource> =>
    (await request(paths.solvency, { signal })).body as SolvencyResource,
};

/** Where all of who bears what can be downloaded from. */
export function allocationsCsvPath(id: string): string {
  return pathOf(paths.lossAllocationsCsv, { id });
}
