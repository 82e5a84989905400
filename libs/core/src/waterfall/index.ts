export { allocate } from './allocation/allocate.ts';
export { ALLOCATION_METHODS } from './allocation/allocation.ts';
export type { Allocation, AllocationMethod, AllocationQuestion } from './allocation/allocation.ts';
export { allocationDigest } from './allocation/allocation-digest.ts';
export { fairnessOf } from './allocation/fairness.ts';
export type { FairnessFacts, FairnessReport } from './allocation/fairness.ts';
export { formatFraction } from './allocation/fraction.ts';
export type { Fraction } from './allocation/fraction.ts';
export { placesById } from './allocation/id-order.ts';
export { SCORE_DECIMALS } from './allocation/participants.ts';
export type { Participants } from './allocation/participants.ts';
export { shareProofs } from './allocation/share-proof.ts';
export type { ShareProof } from './allocation/share-proof.ts';
export { sideBySide } from './allocation/side-by-side.ts';
export type { MethodReport } from './allocation/side-by-side.ts';
export { adlStandings } from './adl-standing.ts';
export type { AdlStanding } from './adl-standing.ts';
export type { AdlQuestion } from './adl-queue.ts';
export { scoreContext } from './adl-score.ts';
export type { ScoreContext } from './adl-score.ts';
export { balanceReset, deficitGoesTo } from './balance-protection.ts';
export type { BalanceProtection, BalanceReset } from './balance-protection.ts';
export type { Candidate, CandidatePosition } from './candidate.ts';
export { isAdlOpen } from './fund/adl-switch.ts';
export type { AdlSwitchFacts } from './fund/adl-switch.ts';
export { capLeft } from './fund/cap-left.ts';
export { compartmentOf } from './fund/compartment-of.ts';
export { tightest } from './bound.ts';
export { fundBounds, fundSuffices } from './fund/fund-bounds.ts';
export { fundDelta } from './fund/fund-delta.ts';
export type { LiquidationFill } from './fund/fund-delta.ts';
export {
  fundAccount,
  noFundPosition,
  takeForAmount,
  takeIntoFund,
  takeoverPnl,
  unrealizedOfFund,
} from './fund/fund-position.ts';
export type { FundPosition } from './fund/fund-position.ts';
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
export { runWaterfall } from './run-waterfall.ts';
export { touchedFromDeficit } from './touched-from-deficit.ts';
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
  ExemptionOf,
  LayerCap,
  LayerType,
  PayingLayer,
  SocializationLayer,
  WaterfallLayer,
  WaterfallRules,
} from './waterfall-rules.ts';
export type { FundOfLoss, WaterfallRun } from './waterfall-run.ts';
export { adlWhatIf } from './what-if.ts';
export type { AdlWhatIf } from './what-if.ts';
