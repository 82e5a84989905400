import { decisionListQuery, decisionReplayQuery, paths } from '@backstop/contracts';
import { JSON_TYPE } from './body-parts.ts';
import type { Operation } from './operation.ts';

const DECISION_ID = { id: 'Id of the decision.' };

/** The routes of the decision log. */
export const decisionOperations: readonly Operation[] = [
  {
    method: 'get',
    path: paths.decisions,
    id: 'listDecisions',
    group: 'Decisions',
    title: 'Search the decision log',
    text: 'Every evaluation whose account was sent with the zones of its scopes (`account.state.zones`) and which came to another zone for one of them, every evaluation and liquidation plan that was asked for with `record=true`, and every loss that was committed. Each is in this log, a chain of its own, before it is answered; the same decision is in it once, however often it is asked for. What is asked for must hold all at once. A page at a time; `Link` says where the next page is.',
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
    text: 'The entry with what was read and what was decided, to the byte. What a loss read is stored with the loss.',
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
    text: 'Asks what was read under the policy set that decided it, whatever is in force now, and compares the bytes. A loss is run once more on what the ledger said then; its stored input and the list of who bears it are held against the log too.',
    permission: 'decision:read',
    parts: DECISION_ID,
    query: decisionReplayQuery,
    answer: { text: 'What came of it.', mediaType: JSON_TYPE, component: 'DecisionReplay' },
    problems: ['query_must_be_valid', 'decision_not_found', 'policy_set_not_confirmed'],
  },
];
