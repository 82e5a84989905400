import type { PoolJudgement } from '../evaluation/index.ts';
import { divide, isPositive, multiply, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Market } from '../venue/index.ts';
import { NO_SCOPE } from './impact.ts';

/** Decimals of a margin ratio that is shown; nothing is decided by it. */
const RATIO_SCALE = 8;

/** One scope of an account before and after; undefined where a set does not have it. */
export interface ScopeMove {
  readonly account: string;
  readonly key: string;
  readonly before: PoolJudgement | undefined;
  readonly after: PoolJudgement | undefined;
}

export function zoneOf(judged: PoolJudgement | undefined): string | null {
  return judged === undefined ? NO_SCOPE : judged.zone.zone;
}

/** Whether the rules in force close positions of the scope, or it owes what nothing covers. */
export function isLiquidatable(judged: PoolJudgement | undefined): boolean {
  if (judged === undefined || judged.zone.zone === null) return false;
  const { zone, trigger } = judged.zone;
  return zone === 'deficit' || trigger.compiled.isLiquidating(zone);
}

/** Equity above maintenance margin that the scope loses, in its asset; null where one side cannot be judged. */
export function headroomLost({ before, after }: ScopeMove): Decimal | null {
  const [then, now] = [headroomOf(before), headroomOf(after)];
  return then === null || now === null ? null : subtract(then, now);
}

function headroomOf(judged: PoolJudgement | undefined): Decimal | null {
  if (judged === undefined) return ZERO;
  return judged.figures === null ? null : subtract(judged.figures.equity, judged.figures.maintenanceMargin);
}

export function marginRatioOf(judged: PoolJudgement | undefined): Decimal | null {
  const figures = judged?.figures ?? null;
  if (figures === null || !isPositive(figures.maintenanceMargin)) return null;
  return divide(figures.equity, figures.maintenanceMargin, RATIO_SCALE, 'floor');
}

/** An amount of an asset in the valuation asset; null where no price says how much that is. */
export function valued(amount: Decimal, asset: string, valuationAsset: string, market: Market): Decimal | null {
  if (asset === valuationAsset) return amount;
  const price = Object.hasOwn(market.assets, asset) ? (market.assets[asset]?.price ?? null) : null;
  return price === null ? null : multiply(amount, price);
}
