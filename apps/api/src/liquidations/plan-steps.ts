import { InvariantError } from '@backstop/core/num';
import type { LiquidationPlan, ReduceStep, ScopePlan, TakeoverStep } from '@backstop/core/planning';

/** A step that is filled, under the number that it is known by. */
export interface NumberedStep {
  /** From 1 over all scopes, steps that nothing fills counted too. */
  readonly number: number;
  readonly scope: ScopePlan;
  readonly step: ReduceStep | TakeoverStep;
}

/** The steps of a plan that fills are held against, in order. */
export function fillableSteps({ scopes }: LiquidationPlan): readonly NumberedStep[] {
  const all = scopes.flatMap((scope) => scope.steps.map((step) => ({ scope, step })));
  return all.flatMap(({ scope, step }, index) =>
    step.type === 'reduce' || step.type === 'takeover' ? [{ number: index + 1, scope, step }] : [],
  );
}

/** The step with a number. */
export function stepOf(plan: LiquidationPlan, number: number): NumberedStep {
  const found = fillableSteps(plan).find((step) => step.number === number);
  if (found === undefined) throw new InvariantError(`a plan has no step ${String(number)} that is stored of it`);
  return found;
}

/** The key that the history of a scope stands under: `cross:USDT`, `isolated:ETHUSDT:net`. */
export function scopeKey({ scope, asset, contract, side }: ScopePlan): string {
  return scope === 'cross' ? `cross:${asset}` : `isolated:${contract ?? ''}:${side ?? ''}`;
}
