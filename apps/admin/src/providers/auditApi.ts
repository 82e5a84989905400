import { paths } from '@backstop/contracts';
import type { AuditEntryResource, AuditVerificationResource } from '@backstop/contracts';
import { nextAfter } from './nextAfter.ts';
import { request } from './request.ts';

export interface AuditFilter {
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
}

/** A page of the chain, and where the next one begins. */
export interface AuditPage {
  readonly entries: readonly AuditEntryResource[];
  /** `after` of the next page; null where there is none. */
  readonly next: string | null;
}

/** Entries on a page. */
const PAGE = 50;

/** Where the whole chain can be downloaded from. */
export const auditExportPath = paths.auditExport;

/** What the console asks about the record of acts. */
export const auditApi = {
  /** The latest first; `after` is the `next` of the page before, null for the first. */
  entries: async (filter: AuditFilter, after: string | null, signal?: AbortSignal): Promise<AuditPage> => {
    const { body, headers } = await request(paths.audit, {
      query: { order: 'desc', limit: PAGE, after: after ?? undefined, ...filter },
      signal,
    });
    return { entries: body as readonly AuditEntryResource[], next: nextAfter(headers.get('link')) };
  },
  verify: async (): Promise<AuditVerificationResource> =>
    (await request(paths.auditVerification, { method: 'POST', body: {} })).body as AuditVerificationResource,
};
