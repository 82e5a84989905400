export { canonicalHistory } from './canonical-history.ts';
export { fillStep } from './fill-step.ts';
export type { FillableStep, StepFill, StepFilled } from './fill-step.ts';
export { orderOfAccounts } from './order-of-accounts.ts';
export type { OrderedScope, OrderQuestion } from './order-of-accounts.ts';
export { planLiquidation } from './plan-liquidation.ts';
export type { LiquidationHistory, PlanQuestion } from './plan-liquidation.ts';
export type {
  CancelStep,
  ConvertStep,
  EndReason,
  LiquidationPlan,
  PlanEnd,
  PlannedFill,
  PlannedState,
  PlanStep,
  ReduceStep,
  ScopePlan,
  TakeoverStep,
} from './liquidation-plan.ts';
export { scopeReturns } from './scope-returns.ts';
export type { ReturnsWith, ScopeTaking } from './scope-returns.ts';
export { balanceLeft, missingIn, scopeShortfall } from './scope-shortfall.ts';
export type { ContractShortfall, FilledStep, PriceInScope } from './scope-shortfall.ts';
