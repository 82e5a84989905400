import type { GetListParams } from 'react-admin';
import { pathOf, paths } from '@backstop/contracts';
import type {
  ChangeActName,
  ChangeCommentResource,
  ChangeEdit,
  ChangePresence,
  ChangeRequest,
  ChangeResource,
  ChangeSummary,
  CommentRequest,
  EvidenceReport,
  NoticeDocument,
  RebaseRequest,
  RollBackRequest,
  SubmissionTrial,
} from '@backstop/contracts';
import { totalOf } from './contentRange.ts';
import { request } from './request.ts';

/** Acts that have an address of their own; an edit is a PATCH of the change. */
export type ChangeAct = Exclude<ChangeActName, 'edit'>;

/** A change as somebody read it: what a write names as its base. */
type Read = Pick<ChangeResource, 'id' | 'revision'>;

export interface ChangePage {
  readonly data: ChangeSummary[];
  readonly total: number;
}

const ADDRESSES: Readonly<Record<ChangeAct, string>> = {
  submit: paths.changeSubmit,
  approve: paths.changeApprove,
  reject: paths.changeReject,
  withdraw: paths.changeWithdraw,
  cancel: paths.changeCancel,
  emergency: paths.changeEmergency,
  confirm: paths.changeConfirm,
  rebase: paths.changeRebase,
};

/** What the console asks of the workflow of changes. Every write names the revision that its author has seen. */
export const changeApi = {
  list: async (query: Readonly<Record<string, string | number>>, signal?: AbortSignal): Promise<ChangePage> => {
    const answer = await request(paths.changes, { query, signal });
    const data = answer.body as ChangeSummary[];
    return { data, total: totalOf(answer.headers.get('content-range')) ?? data.length };
  },
  find: async (id: string, signal?: AbortSignal): Promise<ChangeResource> =>
    (await request(pathOf(paths.change, { id }), { signal })).body as ChangeResource,
  create: async (body: Partial<ChangeRequest>, idempotencyKey: string): Promise<ChangeResource> =>
    (await request(paths.changes, { method: 'POST', body, idempotencyKey })).body as ChangeResource,
  edit: async (read: Read, body: ChangeEdit): Promise<ChangeResource> =>
    (await request(pathOf(paths.change, { id: read.id }), { method: 'PATCH', body, ifMatch: tagOf(read) }))
      .body as ChangeResource,
  act: async (act: ChangeAct, read: Read, body: object | RebaseRequest = {}): Promise<ChangeResource> =>
    (await request(pathOf(ADDRESSES[act], { id: read.id }), { method: 'POST', body, ifMatch: tagOf(read) }))
      .body as ChangeResource,
  /** What a submission would be answered; nothing is stored. */
  tried: async (read: Read, signal?: AbortSignal): Promise<SubmissionTrial> => {
    const query = { dryRun: 'true' };
    const path = pathOf(paths.changeSubmit, { id: read.id });
    return (await request(path, { method: 'POST', query, body: {}, ifMatch: tagOf(read), signal }))
      .body as SubmissionTrial;
  },
  preview: async (id: string): Promise<EvidenceReport> =>
    (await request(pathOf(paths.changePreview, { id }), { method: 'POST' })).body as EvidenceReport,
  comment: async (id: string, body: CommentRequest, idempotencyKey: string): Promise<ChangeCommentResource> =>
    (await request(pathOf(paths.changeComments, { id }), { method: 'POST', body, idempotencyKey }))
      .body as ChangeCommentResource,
  notice: async (id: string, signal?: AbortSignal): Promise<NoticeDocument> =>
    (await request(pathOf(paths.changeNotice, { id }), { signal })).body as NoticeDocument,
  /** Who is editing it. */
  presence: async (id: string, signal?: AbortSignal): Promise<ChangePresence> =>
    (await request(pathOf(paths.changePresence, { id }), { signal })).body as ChangePresence,
  /** The same, once it is said that whoever is signed in is editing it. */
  stay: async (id: string, signal?: AbortSignal): Promise<ChangePresence> =>
    (await request(pathOf(paths.changePresence, { id }), { method: 'PUT', signal })).body as ChangePresence,
  leave: async (id: string): Promise<void> => {
    // Who is signed out is asked nothing for it: they are gone within the minute anyway.
    await request(pathOf(paths.changePresence, { id }), { method: 'DELETE', onSignedOut: 'fail' });
  },
  rollBack: async (body: Partial<RollBackRequest>, idempotencyKey: string): Promise<ChangeResource> =>
    (await request(paths.changeRollBack, { method: 'POST', body, idempotencyKey })).body as ChangeResource,
};

/** What react-admin asks of a list, as the API's query says it. */
export function changeQueryOf(params: GetListParams): Record<string, string | number> {
  const { page, perPage } = params.pagination ?? { page: 1, perPage: 25 };
  return {
    ...(params.filter as Record<string, string>),
    offset: (page - 1) * perPage,
    limit: perPage,
    ...(params.sort === undefined ? {} : { sort: params.sort.field, order: params.sort.order.toLowerCase() }),
  };
}

/** The entity tag of a change is its revision. */
function tagOf({ revision }: Read): string {
  return `"${String(revision)}"`;
}
