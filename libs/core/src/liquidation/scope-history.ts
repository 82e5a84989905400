import { add, isPositive, maximum, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Instant } from '../venue/index.ts';
import type { StepBounds } from './liquidation-rules.ts';

/** What was done to a scope before, as the caller states it. */
export interface ScopeHistory {
  /** When its liquidation began; null = it begins now. */
  readonly startedAt: Instant | null;
  /** In any order; notional in the pool's asset. */
  readonly reductions: readonly Reduction[];
}

export interface Reduction {
  readonly at: Instant;
  readonly notional: Decimal;
}

/** A scope that nothing was done to. */
export const NO_HISTORY: ScopeHistory = { startedAt: null, reductions: [] };

/** The first instant at which a scope may be reduced again after its last reduction; null = it may be now. */
export function cooldownUntil(bounds: StepBounds, reductions: readonly Reduction[], at: Instant): Instant | null {
  let until = at;
  for (const { at: then } of reductions) until = Math.max(until, then + bounds.cooldownMilliseconds);
  return until > at && bounds.cooldownMilliseconds > 0 ? until : null;
}

/** What may still be reduced at an instant, in the pool's asset; null = as much as there is. */
export function intervalRoom(bounds: StepBounds, reductions: readonly Reduction[], at: Instant): Decimal | null {
  const { interval } = bounds;
  if (interval === null) return null;
  let reduced = ZERO;
  for (const { at: then, notional } of reductions) {
    if (then > at - interval.milliseconds) reduced = add(reduced, notional);
  }
  return maximum(ZERO, subtract(interval.notionalMax, reduced));
}

/** When the interval lets go of its oldest reduction; the end of a whole interval where it holds none. */
export function intervalResumesAt(bounds: StepBounds, reductions: readonly Reduction[], at: Instant): Instant | null {
  const { interval } = bounds;
  if (interval === null) return null;
  const inside = reductions.filter((each) => each.at > at - interval.milliseconds && isPositive(each.notional));
  const oldest = inside.reduce((earliest, each) => Math.min(earliest, each.at), at);
  return oldest + interval.milliseconds;
}
