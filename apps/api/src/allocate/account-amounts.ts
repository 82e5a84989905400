import { coefficientOf, divide, isPositive, multiply, ONE, ZERO } from '@backstop/core/num';
import type { Decimal } from '@backstop/core/num';
import { SCORE_DECIMALS } from '@backstop/core/waterfall';
import type { AllocateTask } from './allocate-arguments.ts';
import type { CellReader } from './cell-reader.ts';

/** An exact quotient, `under` above 0: what has to be divided is divided once, when it is floored. */
interface Ratio {
  readonly over: Decimal;
  readonly under: Decimal;
}

/**
 * What the account can lose at most, in units, floored. An account with less than a unit of profit can lose nothing: who did
 * not gain does not bear, also where capacities are account values.
 */
export function capacityUnits({ capacity, unit }: AllocateTask, cells: CellReader): bigint {
  if (cells.has('pnl')) {
    const profit = wholeUnits(cells.amount('pnl'), unit);
    if (capacity === 'pnl' || profit < 1n) return profit;
  }
  return wholeUnits(cells.amount('equity'), unit);
}

/** What the levelling methods level, in units, floored. */
export function baseUnits({ base, unit }: AllocateTask, cells: CellReader): bigint {
  return wholeUnits(cells.amount(base), unit);
}

/** What a queue goes by, in whole numbers of 1e-8, floored. */
export function scoreOf({ score }: AllocateTask, cells: CellReader): bigint {
  if (score === 'none') return 0n;
  if (score === 'largest-pnl') return floored({ over: cells.amount('pnl'), under: ONE });
  const leverage = leverageOf(cells);
  const gain = score === 'pnl-leverage' ? { over: cells.amount('pnl_percent'), under: ONE } : priceMove(cells);
  return floored({ over: multiply(gain.over, leverage.over), under: multiply(gain.under, leverage.under) });
}

/** Leverage in whole numbers of 1e-8, floored. */
export function leverageUnits(cells: CellReader): bigint {
  return floored(leverageOf(cells));
}

/** The column leverage or, without one, notional ÷ equity; 0 where there is no equity to be leveraged. */
function leverageOf(cells: CellReader): Ratio {
  if (cells.has('leverage')) return { over: cells.amount('leverage'), under: ONE };
  const [over, under] = [cells.amount('notional'), cells.amount('equity')];
  return isPositive(under) ? { over, under } : { over: ZERO, under: ONE };
}

/** mark ÷ entry; of a short the inverse. */
function priceMove(cells: CellReader): Ratio {
  const [mark, entry] = [cells.price('mark_price'), cells.price('entry_price')];
  // A price that is none has been told, and the row with it: nothing is made of the quotient.
  if (!isPositive(mark) || !isPositive(entry)) return { over: ZERO, under: ONE };
  return cells.isShort() ? { over: entry, under: mark } : { over: mark, under: entry };
}

function floored({ over, under }: Ratio): bigint {
  return coefficientOf(divide(over, under, SCORE_DECIMALS, 'floor'));
}

function wholeUnits(amount: Decimal, unit: Decimal): bigint {
  return coefficientOf(divide(amount, unit, 0, 'floor'));
}
