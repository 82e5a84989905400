import type { LiquidationPlanResponse } from '@backstop/contracts';
import { Plan } from '../evaluations/plan/PlanView.tsx';

/** A plan as it was answered, step by step. */
export function LoggedPlan({ plan }: { plan: unknown }) {
  return <Plan plan={plan as LiquidationPlanResponse} />;
}
