export { allocate } from './allocation/allocate.ts';
export { ALLOCATION_METHODS } from './allocation/allocation.ts';
export type { Allocation, AllocationMethod, AllocationQuestion } from './allocation/allocation.ts';
export { allocationDigest } from './allocation/allocation-digest.ts';
export { fairnessOf } from './allocation/fairness.ts';
export type { FairnessFacts, FairnessReport } from './allocation/fairness.ts';
export { formatFraction, fraction } from './allocation/fraction.ts';
export type { Fraction } from './allocation/fraction.ts';
export { idOrderOf } from './allocation/id-order.ts';
export type { IdOrder } from './allocation/id-order.ts';
export { SCORE_DECIMALS } from './allocation/participants.ts';
export type { Participants } from './allocation/participants.ts';
export { shareProofs } from './allocation/share-proof.ts';
export type { ShareProof } from './allocation/share-proof.ts';
export { sideBySide } from './allocation/side-by-side.ts';
export type { MethodReport } from './allocation/side-by-side.ts';
export type { Candidate, CandidatePosition } from './candidate.ts';
export type {
  AdlSwitchRules,
  Compartment,
  FundCaps,
  FundInflows,
  FundRules,
  TakeoverRules,
} from './fund/fund-rules.ts';
export type { FundState } from './fund/fund-state.ts';
export type { AssetAmount, LossEvent, OpenPosition } from './loss-event.ts';
export type {
  AdlClose,
  AdlOutcome,
  Exempted,
  LayerLimit,
  LayerOutcome,
  PayingOutcome,
  SocializationOutcome,
  WaterfallOutcome,
} from './waterfall-outcome.ts';
export { ADL_SCORES } from './waterfall-rules.ts';
export type {
  AdlLayer,
  AdlScore,
  Conversion,
  LayerCap,
  PayingLayer,
  SocializationLayer,
  WaterfallLayer,
  WaterfallRules,
} from './waterfall-rules.ts';
export type { FundOfLoss, WaterfallRun } from './waterfall-run.ts';
