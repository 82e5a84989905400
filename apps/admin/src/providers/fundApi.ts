import { pathOf, paths } from '@backstop/contracts';
import type {
  FundAccountResource,
  FundDepositRequest,
  FundDepositResource,
  FundEntryResource,
  FundPositionResource,
  FundResource,
  FundStatement,
  MarketRequest,
} from '@backstop/contracts';
import { allRows } from './allRows.ts';
import { request } from './request.ts';

/** A deposit by the two names in its address. */
export type DepositName = Pick<FundDepositResource, 'fund' | 'id'>;

/** What the console asks about the insurance fund. */
export const fundApi = {
  list: async (signal?: AbortSignal): Promise<readonly FundResource[]> =>
    (await request(paths.funds, { signal })).body as readonly FundResource[],
  find: async (id: string, signal?: AbortSignal): Promise<FundResource> =>
    (await request(pathOf(paths.fund, { id }), { signal })).body as FundResource,
  /** Every day on which something moved, the first first. */
  statements: (id: string, signal?: AbortSignal): Promise<readonly FundStatement[]> =>
    allRows<FundStatement>(pathOf(paths.fundStatements, { id }), signal),
  /** Every deposit that was ever asked for, the first first. */
  deposits: (id: string, signal?: AbortSignal): Promise<readonly FundDepositResource[]> =>
    allRows<FundDepositResource>(pathOf(paths.fundDeposits, { id }), signal),
  /** Entries after a sequence, in order. */
  entries: async (
    id: string,
    query: { readonly after: number; readonly limit: number },
    signal?: AbortSignal,
  ): Promise<readonly FundEntryResource[]> =>
    (await request(pathOf(paths.fundEntries, { id }), { query, signal })).body as readonly FundEntryResource[],
  /** What the compartment took over, also what is sold again. */
  positions: async (id: string, signal?: AbortSignal): Promise<readonly FundPositionResource[]> =>
    (await request(pathOf(paths.fundPositions, { id }), { signal })).body as readonly FundPositionResource[],
  /** The compartment's own account as it stands in a market; nothing is kept of it. */
  judge: async (id: string, market: MarketRequest): Promise<FundAccountResource> =>
    (await request(pathOf(paths.fundAccount, { id }), { method: 'POST', body: market })).body as FundAccountResource,
  ask: async (
    { fund, kind }: Pick<FundDepositResource, 'fund' | 'kind'>,
    body: FundDepositRequest,
    idempotencyKey: string,
  ): Promise<FundDepositResource> => {
    const path = pathOf(kind === 'opening' ? paths.fundOpening : paths.fundDeposits, { id: fund });
    return (await request(path, { method: 'POST', body, idempotencyKey })).body as FundDepositResource;
  },
  decide: async (
    { fund, id }: DepositName,
    decision: { readonly status: 'approved' | 'rejected'; readonly comment: string },
    idempotencyKey: string,
  ): Promise<FundDepositResource> => {
    const address = decision.status === 'approved' ? paths.fundDepositApprove : paths.fundDepositReject;
    const body = { comment: decision.comment };
    const path = pathOf(address, { id: fund, deposit: id });
    return (await request(path, { method: 'POST', body, idempotencyKey })).body as FundDepositResource;
  },
};
