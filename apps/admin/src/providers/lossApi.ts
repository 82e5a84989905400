import { pathOf, paths } from '@backstop/contracts';
import type {
  AskedLossResource,
  BookSnapshotResource,
  LossAllocation,
  LossResource,
  SolvencyResource,
} from '@backstop/contracts';
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

/** A page of losses, and where the next one begins. */
export interface LossList {
  readonly rows: readonly LossResource[];
  readonly next: string | null;
}

const LINES = 'application/x-ndjson';

/** What the console asks about losses, and about what the venue owes. */
export const lossApi = {
  /** A page of losses that were recorded, the latest first. */
  list: async (limit: number, after: string | null, signal?: AbortSignal): Promise<LossList> => {
    const query = { order: 'desc', limit, after: after ?? undefined };
    const { body, headers } = await request(paths.losses, { query, signal });
    return { rows: body as readonly LossResource[], next: nextAfter(headers.get('link')) };
  },
  /** Every loss that a liquidation asked for and nobody has recorded, the first first. */
  asked: (signal?: AbortSignal): Promise<readonly AskedLossResource[]> =>
    allRows<AskedLossResource>(paths.lossesAsked, signal),
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
