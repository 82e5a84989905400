import { paths, policyListQuery, policySetQuery, versionListQuery } from '@backstop/contracts';
import { accessOperations } from './access-operations.ts';
import { auditOperations } from './audit-operations.ts';
import { changeOperations } from './change-operations.ts';
import { presenceOperations } from './presence-operations.ts';
import { bookOperations } from './book-operations.ts';
import { decisionOperations } from './decision-operations.ts';
import { evaluationOperations } from './evaluation-operations.ts';
import { exampleAnalysis } from './example-analysis.ts';
import { fundOperations } from './fund-operations.ts';
import { liquidationOperations } from './liquidation-operations.ts';
import { lossOperations } from './loss-operations.ts';
import { JSON_TYPE } from './body-parts.ts';
import type { Operation } from './operation.ts';

const POLICY_ID = { id: 'Id of the policy: `<kind>.<key>`.' };

const policies: readonly Operation[] = [
  {
    method: 'get',
    path: paths.policies,
    id: 'listPolicies',
    group: 'Policies',
    title: 'List policies',
    text: 'The catalog, a page at a time; `Content-Range: policies 0-24/352` says which rows of how many.',
    permission: 'policy:read',
    query: policyListQuery,
    answer: { text: 'The rows of the page.', mediaType: JSON_TYPE, component: 'Policy', list: true },
    problems: ['query_must_be_valid', 'policy_set_not_confirmed'],
    tagged: true,
  },
  {
    method: 'post',
    path: paths.policyAnalysis,
    id: 'analyzePolicy',
    group: 'Policies',
    title: 'Analyze a policy document',
    text: 'What is known about a document before anybody approves it; nothing is stored. Its problems; for kinds with rules what the rules do that their author may not have meant (gaps, overlaps, rules that never decide or change nothing, zones that grow milder as an account grows worse); and with `before` the differences row by row and what the rules do otherwise. Each finding has an account that shows it, or says why none is known: what is `unknown` is never fine.',
    permission: 'policy:read',
    body: { mediaType: JSON_TYPE, component: 'AnalysisRequest', example: exampleAnalysis },
    answer: { text: 'The analysis.', mediaType: JSON_TYPE, component: 'Analysis' },
    problems: [
      'body_must_be_json',
      'body_must_not_be_too_large',
      'media_type_must_be_supported',
      'request_must_be_valid',
    ],
  },
  {
    method: 'get',
    path: paths.policy,
    id: 'getPolicy',
    group: 'Policies',
    title: 'Read a policy',
    text: 'The policy and the version that speaks for it now.',
    permission: 'policy:read',
    parts: POLICY_ID,
    answer: { text: 'The policy.', mediaType: JSON_TYPE, component: 'Policy' },
    problems: ['policy_not_found', 'policy_set_not_confirmed'],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.policyVersions,
    id: 'listPolicyVersions',
    group: 'Policies',
    title: 'List the versions of a policy',
    text: 'Every version, the newest first, with the change that brought it; without documents.',
    permission: 'policy:read',
    parts: POLICY_ID,
    query: versionListQuery,
    answer: { text: 'The rows of the page.', mediaType: JSON_TYPE, component: 'PolicyVersionSummary', list: true },
    problems: ['query_must_be_valid', 'policy_not_found', 'policy_set_not_confirmed'],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.policyVersion,
    id: 'getPolicyVersion',
    group: 'Policies',
    title: 'Read a version of a policy',
    text: 'The version with its document, and the canonical text that its digest is of.',
    permission: 'policy:read',
    parts: { ...POLICY_ID, version: 'Number of the version, from 1.' },
    answer: { text: 'The version.', mediaType: JSON_TYPE, component: 'PolicyVersion' },
    problems: ['policy_version_not_found', 'policy_set_not_confirmed'],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.currentPolicySet,
    id: 'getCurrentPolicySet',
    group: 'Policies',
    title: 'Read the policy set in force',
    text: 'Hash and versions of the set in force now, or at `asOf`; since when, and when it next changes.',
    permission: 'policy:read',
    query: policySetQuery,
    answer: { text: 'The set.', mediaType: JSON_TYPE, component: 'PolicySet' },
    problems: [
      'query_must_be_valid',
      'as_of_must_not_be_in_the_future',
      'no_policy_set_in_force',
      'policy_set_not_confirmed',
    ],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.kinds,
    id: 'listKinds',
    group: 'Policies',
    title: 'List policy kinds',
    text: 'Every kind of policy, with the JSON Schema of its documents.',
    permission: 'policy:read',
    answer: { text: 'The kinds.', mediaType: JSON_TYPE, component: 'Kind', list: true },
    problems: [],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.kind,
    id: 'getKind',
    group: 'Policies',
    title: 'Read a policy kind',
    text: 'One kind, with the JSON Schema of its documents.',
    permission: 'policy:read',
    parts: { id: 'Id of the kind.' },
    answer: { text: 'The kind.', mediaType: JSON_TYPE, component: 'Kind' },
    problems: ['kind_not_found'],
    tagged: true,
  },
];

const operation: readonly Operation[] = [
  {
    method: 'get',
    path: paths.health,
    id: 'health',
    group: 'Operation',
    title: 'Is the process up?',
    text: 'Answers as long as the process does.',
    permission: 'public',
    answer: { text: 'It is up.', mediaType: JSON_TYPE, component: 'Status' },
    problems: [],
  },
  {
    method: 'get',
    path: paths.ready,
    id: 'ready',
    group: 'Operation',
    title: 'Can the service decide?',
    text: '200 only while the database answers, its tables are up to date, and the policy set in force passes its checks.',
    permission: 'public',
    answer: { text: 'It can.', mediaType: JSON_TYPE, component: 'Status' },
    problems: ['not_ready'],
  },
  {
    method: 'get',
    path: paths.openapi,
    id: 'openapi',
    group: 'Operation',
    title: 'This API as OpenAPI 3.1',
    text: 'Generated from the schemas that requests are parsed with.',
    permission: 'public',
    answer: { text: 'The document.', mediaType: JSON_TYPE, component: null },
    problems: [],
    tagged: true,
  },
  {
    method: 'get',
    path: paths.reference,
    id: 'reference',
    group: 'Operation',
    title: 'This API as a page',
    text: 'The same for people.',
    permission: 'public',
    answer: { text: 'The page.', mediaType: 'text/html', component: null },
    problems: [],
  },
];

/** Every route of the API: the router has these and no others, which a test holds it to. */
export const operations: readonly Operation[] = [
  ...evaluationOperations,
  ...decisionOperations,
  ...policies,
  ...changeOperations,
  ...presenceOperations,
  ...bookOperations,
  ...fundOperations,
  ...lossOperations,
  ...liquidationOperations,
  ...accessOperations,
  ...auditOperations,
  ...operation,
];
