import { z } from 'zod';
import {
  apiKeyRequest,
  apiKeyResource,
  directoryEntry,
  newApiKeyResource,
  newPersonResource,
  passwordRequest,
  personEdit,
  personRequest,
  personResource,
  rotationRequest,
  sessionResource,
  signInRequest,
  analysisRequest,
  analysisResponse,
  auditCheckpointResource,
  auditEntryResource,
  auditExportLine,
  auditVerificationRequest,
  auditVerificationResource,
  approvalRequest,
  batchLineRequest,
  batchLineResponse,
  bookSnapshotResource,
  changeComment,
  changeEdit,
  changeRequest,
  changeResource,
  changeSummary,
  commentRequest,
  emergencyRequest,
  evidenceReport,
  fundDepositDecision,
  fundDepositRequest,
  fundDepositResource,
  fundEntryResource,
  fundResource,
  fundStatement,
  lossAllocation,
  lossRequest,
  lossResource,
  lossStanding,
  solvencyResource,
  noticeDocument,
  plainActRequest,
  rebaseRequest,
  rejectionRequest,
  rollBackRequest,
  decisionReplay,
  decisionResponse,
  loggedDecision,
  loggedDecisionSummary,
  evaluationRequest,
  liquidationPlanRequest,
  liquidationPlanResponse,
  kindResource,
  policyResource,
  policySetResource,
  policyVersionResource,
  policyVersionSummary,
  penaltiesResponse,
  problemDetails,
} from '@backstop/contracts';

const schemas: Readonly<Record<string, z.ZodType>> = {
  EvaluationRequest: evaluationRequest,
  Decision: decisionResponse,
  Penalties: penaltiesResponse,
  LiquidationPlanRequest: liquidationPlanRequest,
  LiquidationPlan: liquidationPlanResponse,
  LoggedDecisionSummary: loggedDecisionSummary,
  LoggedDecision: loggedDecision,
  DecisionReplay: decisionReplay,
  BatchLineRequest: batchLineRequest,
  BatchLineResponse: batchLineResponse,
  Policy: policyResource,
  PolicyVersion: policyVersionResource,
  PolicyVersionSummary: policyVersionSummary,
  PolicySet: policySetResource,
  Kind: kindResource,
  AnalysisRequest: analysisRequest,
  Analysis: analysisResponse,
  Change: changeResource,
  ChangeSummary: changeSummary,
  ChangeComment: changeComment,
  ChangeRequest: changeRequest,
  ChangeEdit: changeEdit,
  RollBackRequest: rollBackRequest,
  PlainActRequest: plainActRequest,
  ApprovalRequest: approvalRequest,
  RejectionRequest: rejectionRequest,
  EmergencyRequest: emergencyRequest,
  RebaseRequest: rebaseRequest,
  CommentRequest: commentRequest,
  EvidenceReport: evidenceReport,
  Notice: noticeDocument,
  AuditEntry: auditEntryResource,
  AuditCheckpoint: auditCheckpointResource,
  AuditExportLine: auditExportLine,
  AuditVerificationRequest: auditVerificationRequest,
  AuditVerification: auditVerificationResource,
  BookSnapshot: bookSnapshotResource,
  Fund: fundResource,
  FundStatement: fundStatement,
  FundEntry: fundEntryResource,
  FundDeposit: fundDepositResource,
  FundDepositRequest: fundDepositRequest,
  FundDepositDecision: fundDepositDecision,
  Loss: lossResource,
  LossRequest: lossRequest,
  LossAllocation: lossAllocation,
  LossStanding: lossStanding,
  Solvency: solvencyResource,
  Session: sessionResource,
  SignInRequest: signInRequest,
  PasswordRequest: passwordRequest,
  Person: personResource,
  PersonRequest: personRequest,
  PersonEdit: personEdit,
  NewPerson: newPersonResource,
  DirectoryEntry: directoryEntry,
  ApiKey: apiKeyResource,
  ApiKeyRequest: apiKeyRequest,
  RotationRequest: rotationRequest,
  NewApiKey: newApiKeyResource,
  Problem: problemDetails,
  Status: z
    .object({ status: z.enum(['up', 'ready']), policySet: z.string().optional().describe('Hash of the set in force.') })
    .describe('The condition of the service.'),
};

/** The schemas of the wire by name, as JSON Schema; one that holds another refers to it. */
export function componentSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: generated } = z.toJSONSchema(registry, { io: 'input', uri: (id) => COMPONENTS + id });
  // What several schemas hold in common stands in a schema of its own, which only its parts are asked of.
  const { [SHARED]: shared, ...named } = generated;
  const all = Object.entries({ ...named, ...shared?.$defs }).map(([id, schema]) => [id, withoutAddress(schema)]);
  const text = JSON.stringify(Object.fromEntries(all));
  return JSON.parse(text.replaceAll(`${COMPONENTS}${SHARED}#/$defs/`, COMPONENTS)) as Record<string, object>;
}

const COMPONENTS = '#/components/schemas/';

/** The name that zod gives it. */
const SHARED = '__shared';

/** Within a document the place of a schema is its address. */
function withoutAddress({ $id: _id, $schema: _dialect, ...schema }: z.core.JSONSchema.BaseSchema): object {
  return schema;
}
