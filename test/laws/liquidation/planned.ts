import { planLiquidation } from '@backstop/core/planning';
import type { LiquidationHistory, LiquidationPlan, PlanStep, ReduceStep, ScopePlan } from '@backstop/core/planning';
import type { Question } from '../../builders/judged.ts';
import { sha256 } from '../../builders/sha256.ts';

/** The plan of an account whose names the set knows; unknown names stop the test. */
export function planned({ set, account, market }: Question, history: LiquidationHistory = {}): LiquidationPlan {
  const plan = planLiquidation({ set, account, market, asOf: market.asOf, history, sha256 });
  if (!plan.ok) throw new Error(`an account of a test is wrong: ${JSON.stringify(plan.problems)}`);
  return plan.value;
}

/** The state that the plan goes on from after a step. */
export function stateAfter(step: PlanStep): NonNullable<ScopePlan['before']> {
  return step.type === 'reduce' ? step.assumed.after : step.after;
}

/** Every step of a scope with the state that it begins in. */
export function stepsOf({ before, steps }: ScopePlan) {
  if (before === null) return [];
  return steps.map((step, at) => {
    const previous = steps[at - 1];
    return { step, before: previous === undefined ? before : stateAfter(previous) };
  });
}

/** What a fill may be. */
export function fillsOf(step: ReduceStep) {
  return [step.atMark, step.atLimit, step.assumed];
}
