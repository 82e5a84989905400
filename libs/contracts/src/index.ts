export {
  accountRequest,
  COLLATERAL_MAX,
  OPEN_ORDERS_MAX,
  POSITIONS_MAX,
  TAGS_MAX,
} from './evaluation/account-request.ts';
export type { AccountRequest, CollateralRequest, PositionRequest } from './evaluation/account-request.ts';
export { batchLineResponse } from './evaluation/batch-response.ts';
export type { BatchLineResponse } from './evaluation/batch-response.ts';
export { decisionResponse, findingResponse, scopeResponse } from './evaluation/decision.ts';
export type { DecisionResponse, FindingResponse, ScopeResponse } from './evaluation/decision.ts';
export { evaluationQuery } from './evaluation/evaluation-query.ts';
export type { EvaluationQuery } from './evaluation/evaluation-query.ts';
export { batchLineRequest, evaluationRequest } from './evaluation/evaluation-request.ts';
export type { EvaluationRequest } from './evaluation/evaluation-request.ts';
export { marketRequest } from './evaluation/market-request.ts';
export type { MarketRequest } from './evaluation/market-request.ts';
export { parseAccount, parseEvaluation, parseMarket } from './evaluation/parse-evaluation.ts';
export { toAccount } from './evaluation/to-account.ts';
export { toMarket } from './evaluation/to-market.ts';
export { pathOf, paths } from './paths.ts';
export { kindResource } from './policies/kind.ts';
export type { KindResource } from './policies/kind.ts';
export { policyListQuery, policySetQuery, versionListQuery } from './policies/policy-list-query.ts';
export type { PolicyListQuery, PolicySetQuery, VersionListQuery } from './policies/policy-list-query.ts';
export { policySetResource } from './policies/policy-set.ts';
export type { PolicySetResource } from './policies/policy-set.ts';
export { policyVersionResource, policyVersionSummary } from './policies/policy-version.ts';
export type { PolicyVersionResource, PolicyVersionSummary, VersionStatus } from './policies/policy-version.ts';
export { policyResource } from './policies/policy.ts';
export type { PolicyResource, PolicyStatus } from './policies/policy.ts';
export { problemCodes } from './problem/codes.ts';
export type { ProblemCode } from './problem/codes.ts';
export { problemDetails } from './problem/problem-details.ts';
export type { ProblemDetails } from './problem/problem-details.ts';
export { problemsOf } from './problem/problems-of.ts';
