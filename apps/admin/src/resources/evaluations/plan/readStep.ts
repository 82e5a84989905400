import type { PlanStepResponse } from '@backstop/contracts';
import type { ContractRow } from '../../../providers/useSpecification.ts';
import { groupDigits } from '../../../text/figures.ts';

/** What a step does, in words: `Sell 0.5 BTC of BTCUSDT, 1.5 left`. */
export function readStep(
  step: PlanStepResponse,
  contract: ContractRow | undefined,
  translate: (key: string, options?: Record<string, unknown>) => string,
): string {
  switch (step.type) {
    case 'cancel-orders':
      return translate('plan.cancel', { smart_count: step.orders });
    case 'convert-collateral':
      return translate('plan.convert', {
        sold: step.sold,
        soldAmount: groupDigits(step.soldAmount),
        bought: step.bought,
        boughtAmount: groupDigits(step.boughtAmount),
      });
    case 'reduce':
    case 'takeover':
      return translate(step.type === 'takeover' ? 'plan.take_over' : `plan.${step.order}`, {
        size: groupDigits(step.size),
        left: groupDigits(step.sizeLeft),
        contract: step.side === 'net' ? step.contract : `${step.contract} ${step.side}`,
        unit: contract?.type === 'linear' && contract.multiplier === '1' ? contract.base : translate('plan.contracts'),
      });
  }
}
