export type { Approval, Change, ChangeEntry, ChangeStatus, Emergency, Review, Submission } from './change.ts';
export { changeDigest } from './change-digest.ts';
export { editChange } from './edit-change.ts';
export type { ChangeContent } from './edit-change.ts';
export { activateInEmergency, confirmEmergency } from './emergency.ts';
export type { Activation } from './emergency.ts';
export { cancelChange, withdrawChange } from './end-change.ts';
export { guardChange } from './guard/guard-change.ts';
export type { Guarded } from './guard/guard-change.ts';
export type {
  EffectRequirement,
  Envelope,
  Freeze,
  Guardrail,
  ImpactRequirement,
  MoveBound,
  MoveLimit,
} from './guard/guardrail.ts';
export { movesOf } from './guard/moves-of.ts';
export type { ProposedEntry } from './guard/moves-of.ts';
export type { PolicyMove, Proposal } from './guard/proposal.ts';
export { inForceAt, instantsOf, timelineAt } from './in-force.ts';
export { isOpen } from './is-open.ts';
export type { Json, JsonObject } from './merge/json.ts';
export { KNOWN_MILLISECONDS, LEAD_MILLISECONDS } from './lead.ts';
export { mergeThreeWay } from './merge/three-way.ts';
export { changedPlaces } from './merge/changed-places.ts';
export type { ChangedPlace } from './merge/changed-places.ts';
export type { RowKeys } from './merge/rows.ts';
export type { Conflict, Merge, Resolutions } from './merge/three-way.ts';
export { missingApprovals, standingApprovals } from './missing-approvals.ts';
export type { MissingApprovals } from './missing-approvals.ts';
export { effectiveUntilOf, phaseOf } from './phase.ts';
export type { ChangePhase } from './phase.ts';
export { policySetOf } from './policy-set.ts';
export { asksForMore, LEAST_REQUIREMENT, stricterOf } from './requirement.ts';
export type { Requirement } from './requirement.ts';
export { approveChange, rejectChange } from './review-change.ts';
export type { Verdict } from './review-change.ts';
export { submitChange } from './submit-change.ts';
export type { SubmissionCheck } from './submit-change.ts';
export { buildTimeline } from './timeline.ts';
export type { PolicyTimeline, Timeline, TimelineSegment } from './timeline.ts';
export { worstEffectOf } from './guard/worst-effect-of.ts';
export { standingAt } from './standing-at.ts';
