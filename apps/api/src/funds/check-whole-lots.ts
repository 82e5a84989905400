import { equals, formatDecimal, roundToStep, type Decimal } from '@backstop/core/num';
import { lotOf, type Contract } from '@backstop/core/venue';
import { ProblemError } from '../http/problem-error.ts';

/**
 * Refuses a size that is neither whole lots nor all that is left: dust would leave positions and steps that nothing can close.
 * Both sizes > 0, in contracts.
 */
export function checkWholeLots(contract: Contract, size: Decimal, left: Decimal): void {
  const lot = lotOf(contract);
  if (equals(size, left) || equals(roundToStep(size, lot, 'floor'), size)) return;
  const detail = `${formatDecimal(size)} is not a multiple of ${formatDecimal(lot)}, nor all ${formatDecimal(left)} that are left`;
  throw new ProblemError('fill_must_be_whole_lots', detail);
}
