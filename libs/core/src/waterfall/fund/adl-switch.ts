import { greaterThan, isPositive, lessOrEqual, multiply, negate } from '../../num/index.ts';
import type { Decimal } from '../../num/index.ts';
import type { AdlSwitchRules, Compartment } from './fund-rules.ts';

/** What the switch of a compartment looks at, in its asset. */
export interface AdlSwitchFacts {
  /** ≥ 0. */
  readonly balance: Decimal;
  /** ≥ 0: the largest balance in the window that ends now. */
  readonly balanceMax: Decimal;
  /** What liquidations of the contract brought the fund in the window; a loss is negative. */
  readonly liquidationPnl: Decimal;
  /** Of positions taken over, realized and unrealized; 0 where none were. */
  readonly takeoverPnl: Decimal;
}

/**
 * Whether `adl` is open now. On where drawdown = liquidation pnl ÷ largest balance is at or below `onAtOrBelow` with a balance
 * above the threshold, where the balance is gone, or where positions taken over lost their limit; off where drawdown is above
 * `offAbove`, the balance above zero and that loss below the limit; in between as it was. Drawdowns are compared by
 * cross-multiplication.
 *
 * Source: Bybit, adl-alert. Its rule says "below −30 %" and its example opens at −30 % exactly: the example speaks here.
 */
export function isAdlOpen({ adlSwitch, takeover }: Compartment, facts: AdlSwitchFacts, wasOpen: boolean): boolean {
  if (takeover !== null && lessOrEqual(facts.takeoverPnl, negate(takeover.lossMax))) return true;
  if (adlSwitch === null) return false;
  if (!isPositive(facts.balance)) return true;
  return isDrawnDown(adlSwitch, facts) || (wasOpen && !isRecovered(adlSwitch, facts));
}

function isDrawnDown({ onAtOrBelow, balanceThreshold }: AdlSwitchRules, facts: AdlSwitchFacts): boolean {
  return (
    greaterThan(facts.balance, balanceThreshold) &&
    lessOrEqual(facts.liquidationPnl, multiply(onAtOrBelow, facts.balanceMax))
  );
}

function isRecovered({ offAbove }: AdlSwitchRules, { liquidationPnl, balanceMax }: AdlSwitchFacts): boolean {
  return greaterThan(liquidationPnl, multiply(offAbove, balanceMax));
}
