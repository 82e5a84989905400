import { compare, isPositive, multiply } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

/** What the risk order looks at. */
export interface RiskFigures {
  readonly equity: Decimal;
  /** ≥ 0. */
  readonly maintenanceMargin: Decimal;
}

/**
 * 1 where a is riskier than b, −1 where it is less risky, 0 where they tie: lower equity ÷ maintenanceMargin is riskier
 * (cross-multiplied, nothing is divided); a tie goes to the larger maintenanceMargin; both without: to the lower equity.
 * A scope without maintenance margin is less risky than any with. Source: dYdX v4, `Risk.Cmp`.
 */
export function compareRisk(a: RiskFigures, b: RiskFigures): -1 | 0 | 1 {
  const aHasMargin = isPositive(a.maintenanceMargin);
  const bHasMargin = isPositive(b.maintenanceMargin);
  if (!aHasMargin && !bHasMargin) return compare(b.equity, a.equity);
  if (!aHasMargin) return -1;
  if (!bHasMargin) return 1;
  const byRatio = compare(multiply(b.equity, a.maintenanceMargin), multiply(a.equity, b.maintenanceMargin));
  return byRatio === 0 ? compare(a.maintenanceMargin, b.maintenanceMargin) : byRatio;
}

/** Sort comparator, riskiest first; ties go to the account id in code-unit order. */
export function riskiestFirst(
  a: RiskFigures & { readonly id: string },
  b: RiskFigures & { readonly id: string },
): number {
  const order = compareRisk(b, a);
  if (order !== 0) return order;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
