import { greaterOrEqual, multiply } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';

/** Whether a liquidation may stop: equity ≥ exitBuffer · maintenanceMargin, exact. */
export function isRestored(equity: Decimal, maintenanceMargin: Decimal, exitBuffer: Decimal): boolean {
  return greaterOrEqual(equity, multiply(exitBuffer, maintenanceMargin));
}
