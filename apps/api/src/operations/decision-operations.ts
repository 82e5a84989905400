import { decisionListQuery, paths } from '@backstop/contracts';
import type { Operation } from './operation.ts';

const JSON_TYPE = 'application/json';

const DECISION_ID = { id: 'Id of the decision.' };

/** The routes of the decision log. */
export const decisionOperations: readonly Operation[] = [
  {
    method: 'get',
    path: paths.decisions,
    id: 'listDecisions',
    group: 'Decisions',
    title: 'List decisions that moved a zone',
    text: 'Each decision whose account was sent with the zones of its scopes (`account.state.zones`), and which came to another zone for one of them. It is in this log, a chain of its own, before it is answered; the same decision is in it once, however often it is asked for. A page at a time; `Link` says where the next page is.',
    permission: 'decision:read',
    query: decisionListQuery,
    answer: {
      text: 'The entries of the page.',
      mediaType: JSON_TYPE,
      component: 'LoggedDecisionSummary',
      list: 'linked',
    },
    problems: ['query_must_be_valid'],
  },
  {
    method: 'post',
    path: paths.decisionVerification,
    id: 'verifyDecisions',
    group: 'Decisions',
    title: 'Verify the decision log',
    text: 'Walks the whole log, and holds it against the heads of it that the audit chain tells of, and against places that were kept elsewhere. An edit, a deletion and another order show by themselves; a log that was rewritten or cut shows against those places, which the signed checkpoints of the audit chain hold for.',
    permission: 'audit:read',
    body: { mediaType: JSON_TYPE, component: 'AuditVerificationRequest', example: { checkpoints: [] } },
    answer: { text: 'What came of it.', mediaType: JSON_TYPE, component: 'AuditVerification' },
    problems: [
      'body_must_be_json',
      'body_must_not_be_too_large',
      'media_type_must_be_supported',
      'request_must_be_valid',
    ],
  },
  {
    method: 'get',
    path: paths.decisionExport,
    id: 'exportDecisions',
    group: 'Decisions',
    title: 'Export the decision log',
    text: 'Newline-delimited JSON, streamed, in the form of an export of the audit chain: `npm run verify-audit -- decisions.ndjson` verifies it without service or database.',
    permission: 'audit:read',
    answer: { text: 'The lines.', mediaType: 'application/x-ndjson', component: 'AuditExportLine' },
    problems: [],
  },
  {
    method: 'get',
    path: paths.decision,
    id: 'getDecision',
    group: 'Decisions',
    title: 'Read a logged decision',
    text: 'The entry with what the decision read and what it said, to the byte.',
    permission: 'decision:read',
    parts: DECISION_ID,
    answer: { text: 'The entry.', mediaType: JSON_TYPE, component: 'LoggedDecision' },
    problems: ['decision_not_found'],
  },
  {
    method: 'post',
    path: paths.decisionReplay,
    id: 'replayDecision',
    group: 'Decisions',
    title: 'Decide a logged decision once more',
    text: 'Asks what the decision read under the policy set that decided it, whatever is in force now, and compares the bytes.',
    permission: 'decision:read',
    parts: DECISION_ID,
    answer: { text: 'What came of it.', mediaType: JSON_TYPE, component: 'DecisionReplay' },
    problems: ['decision_not_found', 'policy_set_not_confirmed'],
  },
];
