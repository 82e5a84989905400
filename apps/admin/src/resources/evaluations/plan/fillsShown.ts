import type { PlanFillResponse, PlanStepResponse } from '@backstop/contracts';

type ReduceStep = Extract<PlanStepResponse, { type: 'reduce' }>;

/** The ways in which an order may fill, the assumed one only where it is another than these two. */
export function fillsShown({
  atMark,
  atLimit,
  assumed,
}: ReduceStep): { readonly way: 'mark' | 'assumed' | 'limit'; readonly fill: PlanFillResponse }[] {
  const isOwn = assumed.cash !== atMark.cash && assumed.cash !== atLimit.cash;
  return [
    { way: 'mark', fill: atMark },
    ...(isOwn ? [{ way: 'assumed' as const, fill: assumed }] : []),
    { way: 'limit', fill: atLimit },
  ];
}
