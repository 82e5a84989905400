import { type DataProvider, type GetListParams, type GetListResult, type GetOneResult, HttpError } from 'react-admin';
import { pathOf, paths } from '@backstop/contracts';
import type {
  AnalysisRequest,
  AnalysisResponse,
  DecisionResponse,
  KindResource,
  LiquidationPlanResponse,
  PolicyResource,
  PolicySetResource,
  PolicyVersionResource,
  PolicyVersionSummary,
} from '@backstop/contracts';
import { changeApi, changeQueryOf } from './changeApi.ts';
import { totalOf } from './contentRange.ts';
import { request, type Answer } from './request.ts';

/** Most versions of one policy that the console asks for at once. */
const VERSIONS_MAX = 1000;

/** What the console asks of the API, in the API's own shapes. This file and its neighbors `…Api` alone know addresses. */
export const api = {
  policySet: async (signal?: AbortSignal): Promise<PolicySetResource> =>
    (await request(paths.currentPolicySet, { signal })).body as PolicySetResource,
  kinds: async (signal?: AbortSignal): Promise<KindResource[]> => rowsOf(await request(paths.kinds, { signal })),
  policies: async (params: GetListParams): Promise<{ data: PolicyResource[]; total: number }> => {
    const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
    const answer = await request(paths.policies, {
      query: {
        ...(params.filter as Record<string, string>),
        offset: (page - 1) * perPage,
        limit: perPage,
        sort: params.sort?.field,
        order: params.sort?.order.toLowerCase(),
      },
      signal: params.signal,
    });
    const data = rowsOf<PolicyResource>(answer);
    return { data, total: totalOf(answer.headers.get('content-range')) ?? data.length };
  },
  policy: async (id: string, signal?: AbortSignal): Promise<PolicyResource> =>
    (await request(pathOf(paths.policy, { id }), { signal })).body as PolicyResource,
  versions: async (id: string, signal?: AbortSignal): Promise<PolicyVersionSummary[]> =>
    rowsOf(await request(pathOf(paths.policyVersions, { id }), { query: { limit: VERSIONS_MAX }, signal })),
  version: async (id: string, version: number, signal?: AbortSignal): Promise<PolicyVersionResource> =>
    (await request(pathOf(paths.policyVersion, { id, version }), { signal })).body as PolicyVersionResource,
  analyze: async (body: AnalysisRequest, signal?: AbortSignal): Promise<AnalysisResponse> =>
    (await request(paths.policyAnalysis, { method: 'POST', body, signal })).body as AnalysisResponse,
  /** `isRecorded` puts it in the log of decisions. */
  evaluate: async (body: unknown, isRecorded = false): Promise<DecisionResponse> => {
    const query = { explain: 'full', record: isRecorded ? 'true' : undefined };
    return (await request(paths.evaluations, { method: 'POST', query, body })).body as DecisionResponse;
  },
  planLiquidation: async (body: unknown, signal?: AbortSignal): Promise<LiquidationPlanResponse> =>
    (await request(paths.liquidations, { method: 'POST', query: { dryRun: 'true' }, body, signal }))
      .body as LiquidationPlanResponse,
};

/** Where the API describes itself to developers. */
export const referencePath = paths.reference;

/**
 * The same for react-admin, whose records are typed by whoever asks for them. It only reads: what is written goes
 * through the acts of the workflow.
 */
export const dataProvider: DataProvider = {
  supportAbortSignal: true,
  getList: async (resource, params) => {
    if (resource === 'changes') {
      return (await changeApi.list(changeQueryOf(params), params.signal)) as unknown as GetListResult;
    }
    mustBePolicies(resource);
    return (await api.policies(params)) as unknown as GetListResult;
  },
  getOne: async (resource, { id, signal }) => {
    mustBePolicies(resource);
    return { data: await api.policy(String(id), signal) } as unknown as GetOneResult;
  },
  getMany: async (resource, { ids, signal }) => {
    mustBePolicies(resource);
    return { data: (await Promise.all(ids.map((id) => api.policy(String(id), signal)))) as never };
  },
  getManyReference: refuse,
  create: refuse,
  update: refuse,
  updateMany: refuse,
  delete: refuse,
  deleteMany: refuse,
};

function mustBePolicies(resource: string): void {
  if (resource !== 'policies') throw new HttpError(`the API has no ${resource}`, 404);
}

/** A list is the rows themselves; its total travels in a header. */
function rowsOf<Row>(answer: Answer): Row[] {
  return answer.body as Row[];
}

function refuse(): Promise<never> {
  return Promise.reject(new HttpError('the console does not write', 405));
}
