import { pathOf, paths } from '@backstop/contracts';
import type { LiquidationResource, LiquidationSummary } from '@backstop/contracts';
import { nextAfter } from './nextAfter.ts';
import { request } from './request.ts';

/** Liquidations on a page. */
const PAGE = 100;

/** Which liquidations are listed; null = any. */
export interface LiquidationFilter {
  readonly state: LiquidationSummary['state'] | null;
  readonly account: string | null;
}

/** A page of liquidations, and where the next one begins. */
export interface LiquidationList {
  readonly rows: readonly LiquidationSummary[];
  readonly next: string | null;
}

/** What the console asks about liquidations that were begun. */
export const liquidationApi = {
  /** The latest first; of one state or account where it is said. */
  list: async (
    { state, account }: LiquidationFilter,
    after: string | null,
    signal?: AbortSignal,
  ): Promise<LiquidationList> => {
    const query = {
      order: 'desc',
      limit: PAGE,
      state: state ?? undefined,
      account: account ?? undefined,
      after: after ?? undefined,
    };
    const { body, headers } = await request(paths.liquidations, { query, signal });
    return { rows: body as readonly LiquidationSummary[], next: nextAfter(headers.get('link')) };
  },
  find: async (id: string, signal?: AbortSignal): Promise<LiquidationResource> =>
    (await request(pathOf(paths.liquidation, { id }), { signal })).body as LiquidationResource,
  /** Begins what a request plans; done once for its key. */
  begin: async (body: unknown, idempotencyKey: string): Promise<LiquidationResource> =>
    (await request(paths.liquidations, { method: 'POST', body, idempotencyKey })).body as LiquidationResource,
  end: async (id: string, reason: string, idempotencyKey: string): Promise<LiquidationSummary> => {
    const asked = { method: 'POST', body: { reason }, idempotencyKey } as const;
    return (await request(pathOf(paths.liquidationEnd, { id }), asked)).body as LiquidationSummary;
  },
};
