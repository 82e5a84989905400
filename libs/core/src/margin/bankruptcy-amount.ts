import { divide, isPositive, multiply, negate, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

/** What closing a part of a pool does to it, all in the pool's asset. */
export interface PartClosed {
  /** Account value before the part is closed. */
  readonly accountValue: Decimal;
  /** Maintenance margin of the whole pool before. */
  readonly maintenanceMargin: Decimal;
  /** Maintenance margin before minus after; where closing raises it, the part has no share of equity. */
  readonly maintenanceMarginReleased: Decimal;
  /**
   * Net notional after minus before: −notional for a long that is closed, +notional for a short (inverse: the other way
   * round). Where it had to be rounded it is rounded down, so that the cash delta is rounded up.
   */
  readonly netNotionalDelta: Decimal;
  /** Σ notional of the pool's legs before; shares equity where there is no maintenance margin to share it by. */
  readonly notional: Decimal;
  /** What of it the part is, rounded as it is. */
  readonly notionalClosed: Decimal;
}

/**
 * The cash delta at which closing a part leaves its share of equity spent exactly once; + is received by the account.
 *
 * `−ΔnetNotional − floor(accountValue · |ΔmaintenanceMargin| ÷ maintenanceMargin)`, the quotient floored at `precision`, so
 * that rounding alone never draws on the fund. Closing all legs one after another leaves less than a unit and never a
 * negative amount. Source: dYdX v4, `GetBankruptcyPriceInQuoteQuantums`.
 */
export function bankruptcyAmount(part: PartClosed, precision: number): Decimal {
  return subtract(negate(part.netNotionalDelta), shareOfEquity(part, precision));
}

function shareOfEquity(part: PartClosed, precision: number): Decimal {
  const { accountValue, maintenanceMargin, maintenanceMarginReleased, notional, notionalClosed } = part;
  if (isPositive(maintenanceMargin)) {
    if (!isPositive(maintenanceMarginReleased)) return ZERO;
    return divide(multiply(accountValue, maintenanceMarginReleased), maintenanceMargin, precision, 'floor');
  }
  if (!isPositive(notional)) return ZERO;
  return divide(multiply(accountValue, notionalClosed), notional, precision, 'floor');
}
