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
  /** Net notional after minus before: −notional for a long that is closed, +notional for a short. */
  readonly netNotionalDelta: Decimal;
  /** Σ notional of the pool's legs before; shares equity where there is no maintenance margin to share it by. */
  readonly notional: Decimal;
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
  const { accountValue, maintenanceMargin, maintenanceMarginReleased, netNotionalDelta, notional } = part;
  if (isPositive(maintenanceMargin)) {
    if (!isPositive(maintenanceMarginReleased)) return ZERO;
    return divide(multiply(accountValue, maintenanceMarginReleased), maintenanceMargin, precision, 'floor');
  }
  if (!isPositive(notional)) return ZERO;
  const closed = netNotionalDelta.coefficient < 0n ? negate(netNotionalDelta) : netNotionalDelta;
  return divide(multiply(accountValue, closed), notional, precision, 'floor');
}
