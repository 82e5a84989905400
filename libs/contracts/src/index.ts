export {
  apiKeyListQuery,
  apiKeyRequest,
  apiKeyResource,
  newApiKeyResource,
  rotationRequest,
} from './access/api-key.ts';
export type {
  ApiKeyListQuery,
  ApiKeyRequest,
  ApiKeyResource,
  NewApiKeyResource,
  RotationRequest,
} from './access/api-key.ts';
export {
  directoryEntry,
  directoryQuery,
  newPersonResource,
  personEdit,
  personListQuery,
  personRequest,
  personResource,
} from './access/person.ts';
export type {
  DirectoryEntry,
  DirectoryQuery,
  NewPersonResource,
  PersonEdit,
  PersonListQuery,
  PersonRequest,
  PersonResource,
} from './access/person.ts';
export { PASSWORD_LENGTH_MIN } from './access/person-fields.ts';
export { passwordRequest, sessionResource, signInRequest } from './access/session.ts';
export type { PasswordRequest, SessionResource, SignedInPerson, SignInRequest } from './access/session.ts';
export { auditActs } from './audit/acts.ts';
export type { AuditAct } from './audit/acts.ts';
export { auditCheckpointResource } from './audit/audit-checkpoint.ts';
export type { AuditCheckpointResource } from './audit/audit-checkpoint.ts';
export { auditEntryResource } from './audit/audit-entry.ts';
export type { AuditEntryResource } from './audit/audit-entry.ts';
export { auditExportLine } from './audit/audit-export-line.ts';
export type { AuditExportLine } from './audit/audit-export-line.ts';
export { auditListQuery, checkpointListQuery } from './audit/audit-query.ts';
export type { AuditListQuery, CheckpointListQuery } from './audit/audit-query.ts';
export { auditVerificationRequest, auditVerificationResource } from './audit/audit-verification.ts';
export type { AuditVerificationResource } from './audit/audit-verification.ts';
export { bookAccountResource, bookScopeResource, bookZonesResource } from './book/book-account.ts';
export type { BookAccountResource, BookScopeResource, BookZonesResource } from './book/book-account.ts';
export { bookAccountsQuery, bookZonesQuery } from './book/book-query.ts';
export type { BookAccountsQuery, BookZonesQuery } from './book/book-query.ts';
export { bookSnapshotListQuery } from './book/book-snapshot-list-query.ts';
export type { BookSnapshotListQuery } from './book/book-snapshot-list-query.ts';
export { bookSnapshotResource } from './book/book-snapshot.ts';
export type { BookSnapshotResource } from './book/book-snapshot.ts';
export type { AccountRequest, CollateralRequest, PositionRequest } from './evaluation/account-request.ts';
export {
  approvalRequest,
  commentRequest,
  emergencyRequest,
  plainActRequest,
  rebaseRequest,
  rejectionRequest,
  submissionQuery,
} from './changes/change-act.ts';
export type { CommentRequest, RebaseRequest } from './changes/change-act.ts';
export { changeListQuery } from './changes/change-list-query.ts';
export type { ChangeListQuery, ChangePhaseName } from './changes/change-list-query.ts';
export { changeEdit, changeRequest, rollBackRequest } from './changes/change-request.ts';
export type { ChangeEdit, ChangeRequest, EntryRequest, RollBackRequest } from './changes/change-request.ts';
export { changeActs, changeComment, changeResource, changeSummary } from './changes/change.ts';
export type {
  ChangeActName,
  ChangeCommentResource,
  ChangeEntryResource,
  ChangeResource,
  ChangeSummary,
  RebaseConflict,
} from './changes/change.ts';
export { evidenceReport, submissionTrial } from './changes/evidence.ts';
export type { EvidenceReport, SubmissionTrial } from './changes/evidence.ts';
export { impactReport } from './changes/impact.ts';
export type { ImpactReport } from './changes/impact.ts';
export { noticeDocument } from './changes/notice.ts';
export type { NoticeDocument } from './changes/notice.ts';
export { changePresence, PRESENCE_SECONDS } from './changes/presence.ts';
export type { ChangePresence } from './changes/presence.ts';
export {
  DECISION_TYPES,
  decisionListQuery,
  decisionReplayQuery,
  LOGGED_OUTCOMES,
} from './decisions/decision-list-query.ts';
export type { DecisionListQuery } from './decisions/decision-list-query.ts';
export { decisionReplay } from './decisions/decision-replay.ts';
export type { DecisionReplay } from './decisions/decision-replay.ts';
export { loggedDecision, loggedDecisionSummary } from './decisions/logged-decision.ts';
export type { LoggedDecision, LoggedDecisionSummary } from './decisions/logged-decision.ts';
export { batchLineResponse } from './evaluation/batch-response.ts';
export type { BatchLineResponse } from './evaluation/batch-response.ts';
export { decisionResponse } from './evaluation/decision.ts';
export type { DecisionResponse, FindingResponse, ScopeResponse } from './evaluation/decision.ts';
export {
  evaluationBatchQuery,
  evaluationQuery,
  liquidationPlanQuery,
  policySetChoiceQuery,
} from './evaluation/evaluation-query.ts';
export type {
  EvaluationBatchQuery,
  EvaluationQuery,
  LiquidationPlanQuery,
  PolicySetChoiceQuery,
} from './evaluation/evaluation-query.ts';
export { batchLineRequest, evaluationRequest } from './evaluation/evaluation-request.ts';
export type { EvaluationRequest } from './evaluation/evaluation-request.ts';
export { marketRequest } from './evaluation/market-request.ts';
export type { MarketRequest } from './evaluation/market-request.ts';
export { penaltiesResponse } from './evaluation/penalties.ts';
export { parseAccount, parseEvaluation, parseMarket } from './evaluation/parse-evaluation.ts';
export { parseLiquidationPlan } from './liquidations/parse-liquidation-plan.ts';
export { liquidationPlanRequest } from './liquidations/plan-request.ts';
export type { LiquidationPlanRequest } from './liquidations/plan-request.ts';
export { liquidationPlanResponse } from './liquidations/plan.ts';
export type {
  LiquidationPlanResponse,
  PlanFillResponse,
  PlannedStateResponse,
  PlanStepResponse,
  ScopePlanResponse,
} from './liquidations/plan.ts';
export { fundDepositDecision, fundDepositRequest, fundDepositResource } from './funds/fund-deposit.ts';
export type { FundDepositDecision, FundDepositRequest, FundDepositResource } from './funds/fund-deposit.ts';
export { fundAccountResource, fundFillRequest, fundFillResource, fundPositionResource } from './funds/fund-position.ts';
export type {
  FundAccountResource,
  FundFillRequest,
  FundFillResource,
  FundPositionResource,
} from './funds/fund-position.ts';
export {
  liquidationEndRequest,
  liquidationFillRequest,
  liquidationFillResource,
  liquidationListQuery,
  liquidationResource,
  liquidationSummary,
} from './liquidations/liquidation.ts';
export type {
  LiquidationFillRequest,
  LiquidationFillResource,
  ScopeReturnResource,
  LiquidationListQuery,
  LiquidationResource,
  LiquidationSummary,
} from './liquidations/liquidation.ts';
export { fundEntryResource } from './funds/fund-entry.ts';
export type { FundEntryResource } from './funds/fund-entry.ts';
export { fundListQuery, fundStatementQuery } from './funds/fund-query.ts';
export type { FundListQuery, FundStatementQuery } from './funds/fund-query.ts';
export { fundResource, fundStatement } from './funds/fund.ts';
export type { FundResource, FundStatement } from './funds/fund.ts';
export {
  candidateRequest,
  lossEventRequest,
  lossListQuery,
  lossRowsQuery,
  lossQuery,
  lossRequest,
  lossStandingQuery,
} from './losses/loss-request.ts';
export type { CandidateRequest, LossEventRequest, LossListQuery, LossRowsQuery } from './losses/loss-request.ts';
export { lossAllocation, lossResource } from './losses/loss.ts';
export type { LossAllocation, LossFairness, LossLayer, LossResource } from './losses/loss.ts';
export { receivableEntry, receivableListQuery, receivablePayment } from './losses/receivable.ts';
export type { ReceivableEntryResource, ReceivableListQuery, ReceivablePayment } from './losses/receivable.ts';
export { lossStanding } from './losses/standing.ts';
export type { LossStanding } from './losses/standing.ts';
export { solvencyResource } from './losses/solvency.ts';
export type { SolvencyResource } from './losses/solvency.ts';
export { askedLossResource } from './losses/asked-loss.ts';
export type { AskedLossResource } from './losses/asked-loss.ts';
export { toAmounts, toCandidate } from './losses/to-loss.ts';
export { pathOf, paths } from './paths.ts';
export { analysisRequest } from './policies/analysis-request.ts';
export type { AnalysisRequest } from './policies/analysis-request.ts';
export { analysisResponse } from './policies/analysis.ts';
export type { AnalysisComparison, AnalysisFinding, AnalysisResponse, AnalysisWitness } from './policies/analysis.ts';
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
