import { auditListQuery, checkpointListQuery, paths } from '@backstop/contracts';
import { JSON_TYPE } from './body-parts.ts';
import type { Operation } from './operation.ts';

/** The routes of the audit chain. */
export const auditOperations: readonly Operation[] = [
  {
    method: 'get',
    path: paths.audit,
    id: 'listAudit',
    group: 'Audit',
    title: 'List acts',
    text: 'The chain of every act, a page at a time; `Link` says where the next page is. The chain only grows, so that a page that has been read stays as it was.',
    permission: 'audit:read',
    query: auditListQuery,
    answer: { text: 'The entries of the page.', mediaType: JSON_TYPE, component: 'AuditEntry', list: 'linked' },
    problems: ['query_must_be_valid'],
  },
  {
    method: 'post',
    path: paths.auditVerification,
    id: 'verifyAudit',
    group: 'Audit',
    title: 'Verify the chain',
    text: 'Walks the whole chain and holds it against its signed checkpoints, and against places that were kept elsewhere. An edit, a deletion, another order and a cut show by themselves up to the last checkpoint; a database that was rewritten together with its checkpoints shows against a place that somebody else has kept.',
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
    path: paths.auditExport,
    id: 'exportAudit',
    group: 'Audit',
    title: 'Export the chain',
    text: 'Newline-delimited JSON, streamed: every entry, each checkpoint after the entry that it is about, and at last `{"end": true, …}`: an export without it was cut. `npm run verify-audit -- audit.ndjson` verifies it without service or database.',
    permission: 'audit:read',
    answer: { text: 'The lines.', mediaType: 'application/x-ndjson', component: 'AuditExportLine' },
    problems: [],
  },
  {
    method: 'get',
    path: paths.auditCheckpoints,
    id: 'listAuditCheckpoints',
    group: 'Audit',
    title: 'List signed checkpoints',
    text: 'Places of the chain, signed (Ed25519) with a key that is outside the database. Whoever keeps one, and the public key, notices any rewriting of what comes before it.',
    permission: 'audit:read',
    query: checkpointListQuery,
    answer: {
      text: 'The checkpoints of the page.',
      mediaType: JSON_TYPE,
      component: 'AuditCheckpoint',
      list: 'linked',
    },
    problems: ['query_must_be_valid'],
  },
];
