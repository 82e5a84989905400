import { add, subtract, ZERO } from '../../num/index.ts';
import type { PayingOutcome } from '../waterfall-outcome.ts';
import type { FundOfLoss } from '../waterfall-run.ts';
import { isAdlOpen } from './adl-switch.ts';

/**
 * The compartment once it has paid: a loss that empties it, or draws it down past its limit, opens `adl` for what stands below
 * it in the very same waterfall. Paying never closes the switch.
 */
export function afterDraw({ rules, state }: FundOfLoss, { spent }: PayingOutcome): FundOfLoss {
  const paid = spent.reduce((sum, { amount }) => add(sum, amount), ZERO);
  const { window } = state;
  const balance = subtract(state.balance, paid);
  const left = window === null ? null : { ...window, liquidationPnl: subtract(window.liquidationPnl, paid) };
  const isAdlOn = state.isAdlOn || (left !== null && isAdlOpen(rules, { ...left, balance }, false));
  return { rules, state: { ...state, balance, isAdlOn, window: left } };
}
