import { add, isNegative, isPositive, maximum, subtract, ZERO } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { Bound } from '../bound.ts';
import type { FundOfLoss } from '../waterfall-run.ts';
import { capLeft } from './cap-left.ts';

/** Whatever keeps a compartment from paying more, in its asset: its floor first, which no cap can go below. */
export function fundBounds({ rules: { balanceFloor, caps }, state }: FundOfLoss): Bound[] {
  const isKept = isPositive(balanceFloor) && isPositive(state.balance);
  const above = maximum(ZERO, subtract(state.balance, balanceFloor));
  return [
    { limit: isKept ? 'floor' : 'nothing-there', amount: above },
    ...bound('loss-cap', caps.lossDrawnMax),
    ...bound('account-cap', capLeft(caps.accountDrawnMax, state.drawnForAccount)),
    ...bound('period-cap', capLeft(caps.periodDrawnMax, state.drawnInPeriod)),
  ];
}

/** Whether a compartment that receives or pays this much stays at or above zero. Source: dYdX v4, `IsValidInsuranceFundDelta`. */
export function fundSuffices(balance: Decimal, delta: Decimal): boolean {
  return !isNegative(delta) || !isNegative(add(balance, delta));
}

function bound(limit: Bound['limit'], amount: Decimal | null): Bound[] {
  return amount === null ? [] : [{ limit, amount }];
}
