/** Every address of the API, said once: the server routes by it, the console calls it, the OpenAPI document lists it. */
export const paths = {
  evaluations: '/v1/evaluations',
  evaluationBatch: '/v1/evaluations/batch',
  policies: '/v1/policies',
  policyAnalysis: '/v1/policies/analyze',
  policy: '/v1/policies/:id',
  policyVersions: '/v1/policies/:id/versions',
  policyVersion: '/v1/policies/:id/versions/:version',
  currentPolicySet: '/v1/policy-sets/current',
  changes: '/v1/changes',
  changeRollBack: '/v1/changes/rollback',
  change: '/v1/changes/:id',
  changePreview: '/v1/changes/:id/preview',
  changeSubmit: '/v1/changes/:id/submit',
  changeApprove: '/v1/changes/:id/approve',
  changeReject: '/v1/changes/:id/reject',
  changeWithdraw: '/v1/changes/:id/withdraw',
  changeCancel: '/v1/changes/:id/cancel',
  changeEmergency: '/v1/changes/:id/emergency',
  changeConfirm: '/v1/changes/:id/confirm',
  changeRebase: '/v1/changes/:id/rebase',
  changeComments: '/v1/changes/:id/comments',
  changeNotice: '/v1/changes/:id/notice',
  bookSnapshots: '/v1/book/snapshots',
  bookSnapshot: '/v1/book/snapshots/:id',
  kinds: '/v1/kinds',
  kind: '/v1/kinds/:id',
  audit: '/v1/audit',
  auditVerification: '/v1/audit/verify',
  auditExport: '/v1/audit/export',
  auditCheckpoints: '/v1/audit/checkpoints',
  session: '/v1/session',
  sessionPassword: '/v1/session/password',
  sessionOidc: '/v1/session/oidc',
  sessionOidcCallback: '/v1/session/oidc/callback',
  people: '/v1/people',
  person: '/v1/people/:id',
  personResetPassword: '/v1/people/:id/reset-password',
  directory: '/v1/directory',
  apiKeys: '/v1/api-keys',
  apiKey: '/v1/api-keys/:id',
  apiKeyRotate: '/v1/api-keys/:id/rotate',
  openapi: '/v1/openapi.json',
  reference: '/docs',
  health: '/healthz',
  ready: '/readyz',
} as const;

/** A path with its `:name` parts filled in, each percent-encoded. */
export function pathOf(path: string, parts: Readonly<Record<string, string | number>>): string {
  return path.replace(/:([a-z]+)/g, (whole, key: string) => {
    const part = parts[key];
    return part === undefined ? whole : encodeURIComponent(String(part));
  });
}
