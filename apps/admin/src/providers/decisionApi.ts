import { pathOf, paths } from '@backstop/contracts';
import type {
  AuditVerificationResource,
  DecisionReplay,
  LoggedDecision,
  LoggedDecisionSummary,
} from '@backstop/contracts';
import { nextAfter } from './nextAfter.ts';
import { request } from './request.ts';

/** What entries are asked for, by the names of the API; what is left out is whatever it is. */
export type DecisionFilter = Readonly<Record<string, string | undefined>>;

/** Where a page lies: before an entry, after one, or at the latest. */
export type DecisionPlace = { readonly before: string } | { readonly after: string } | null;

/** A page of the log, the latest first, and whether there is more beyond its end in the direction that was asked. */
export interface DecisionPage {
  readonly rows: readonly LoggedDecisionSummary[];
  readonly hasMore: boolean;
}

/** Entries on a page. */
const PAGE = 50;

/** Where the whole log can be downloaded from. */
export const decisionExportPath = paths.decisionExport;

/** What the console asks about the log of decisions. */
export const decisionApi = {
  page: async (filter: DecisionFilter, place: DecisionPlace, signal?: AbortSignal): Promise<DecisionPage> => {
    const isLater = place !== null && 'after' in place;
    const after = place === null ? undefined : 'after' in place ? place.after : place.before;
    const query = { ...filter, limit: PAGE, order: isLater ? 'asc' : 'desc', after };
    const { body, headers } = await request(paths.decisions, { query, signal });
    const rows = body as readonly LoggedDecisionSummary[];
    return { rows: isLater ? rows.toReversed() : rows, hasMore: nextAfter(headers.get('link')) !== null };
  },
  find: async (id: string, signal?: AbortSignal): Promise<LoggedDecision> =>
    (await request(pathOf(paths.decision, { id }), { signal })).body as LoggedDecision,
  /** Decides it once more, an evaluation with its trace. */
  replay: async (id: string, signal?: AbortSignal): Promise<DecisionReplay> =>
    (await request(pathOf(paths.decisionReplay, { id }), { method: 'POST', query: { explain: 'full' }, signal }))
      .body as DecisionReplay,
  verify: async (): Promise<AuditVerificationResource> =>
    (await request(paths.decisionVerification, { method: 'POST', body: {} })).body as AuditVerificationResource,
};
