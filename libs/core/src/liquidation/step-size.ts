import {
  decimal,
  divide,
  isPositive,
  lessOrEqual,
  lessThan,
  minimum,
  multiply,
  ONE,
  subtract,
  ZERO,
  add,
} from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { inLots, lotOfLeg, sizeOfNotional, sizeOfQuote, wholeStep } from './leg.ts';
import type { SizedLeg } from './leg.ts';
import type { LiquidationRules, ShortageRamp, StepRule } from './liquidation-rules.ts';
import { shortageSize } from './shortage-size.ts';
import { tiersDownSize } from './tiers-down.ts';

export interface StepQuestion {
  readonly leg: SizedLeg;
  /** Notional of the leg, in the pool's asset. */
  readonly notional: Decimal;
  readonly equity: Decimal;
  readonly maintenanceMargin: Decimal;
  /** What the interval still allows, in the pool's asset; null = anything. */
  readonly room: Decimal | null;
  /** Time since the liquidation began, in milliseconds. */
  readonly elapsed: number;
  /** The first fee's rate by now. */
  readonly feeRate: Decimal;
}

/** What decided the size of a step; `interval` where the interval allows less. */
export type SizedBy = StepRule['model'] | 'full-below' | 'notional-min' | 'depth' | 'interval';

export interface Step {
  /** In contracts and whole lots, or the whole leg; 0 where the interval allows none. */
  readonly size: Decimal;
  readonly by: SizedBy;
}

/**
 * What one step closes of a leg: the size of the rule, a small position whole, at least the minimum, at most the share of
 * depth and then what the interval allows, which are never exceeded for the sake of a minimum.
 */
export function stepSize(question: StepQuestion, rules: LiquidationRules): Step {
  const { leg, room } = question;
  const whole = wholeStep(leg);
  let step = atLeastMinimum(question, rules, whole);
  const { depthShareMax } = rules.bounds;
  if (depthShareMax !== null && leg.depth !== null) {
    const most = sizeOfQuote(leg, multiply(leg.depth, depthShareMax), 'floor');
    // A market without depth is left by single lots: what is due is never called off for it.
    step = atMost(step, isPositive(most) ? most : lotOfLeg(leg), 'depth');
  }
  if (room === null) return step;
  const within = atMost(step, sizeOfNotional(leg, room, 'floor'), 'interval');
  // Less than the minimum waits for the rest of it.
  return within.by === 'interval' && lessThan(within.size, leastOf(question, rules, step.size)) ? NOTHING : within;
}

const NOTHING: Step = { size: ZERO, by: 'interval' };

function atMost(step: Step, most: Decimal, by: SizedBy): Step {
  return lessThan(most, step.size) ? { size: most, by } : step;
}

function atLeastMinimum(question: StepQuestion, rules: LiquidationRules, whole: Decimal): Step {
  const { leg, notional } = question;
  const { fullBelowNotional, fullBelowSize } = rules.bounds;
  const isSmall =
    (fullBelowNotional !== null && lessOrEqual(notional, fullBelowNotional)) ||
    (fullBelowSize !== null && lessOrEqual(leg.size, fullBelowSize));
  if (isSmall) return { size: whole, by: 'full-below' };
  const size = minimum(whole, sizeByRule(question, rules));
  const least = leastOf(question, rules, whole);
  return lessThan(size, least) ? { size: least, by: 'notional-min' } : { size, by: rules.step.model };
}

/** The minimum of a step, at most so many contracts; 0 where there is none. */
function leastOf({ leg }: StepQuestion, { bounds: { notionalMin } }: LiquidationRules, most: Decimal): Decimal {
  return notionalMin === null ? ZERO : minimum(most, sizeOfNotional(leg, notionalMin, 'ceil'));
}

function sizeByRule(question: StepQuestion, rules: LiquidationRules): Decimal {
  const { leg, equity, maintenanceMargin, elapsed, feeRate } = question;
  const { step, exitBuffer, fees, assumedFillDiscount } = rules;
  switch (step.model) {
    case 'full':
      return wholeStep(leg);
    case 'tiers-down':
      return tiersDownSize(leg, step.tiers);
    case 'fraction':
      return inLots(leg, multiply(leg.size, step.fraction), 'ceil');
    case 'shortage': {
      const costRate = add(add(feeRate, fees.fundFeeRate), assumedFillDiscount);
      const lacking = subtract(multiply(exitBuffer, maintenanceMargin), equity);
      const share = shareOfShortage(step.ramp, lacking, elapsed);
      return shortageSize(leg, { equity, maintenanceMargin, exitBuffer, costRate, share });
    }
  }
}

/**
 * The share of a shortage that is taken by now: all of one below the ramp's border, else initial + elapsed ÷ duration, at
 * most 1; ceiled. Source: Drift v2, `calculate_max_pct_to_liquidate`.
 */
export function shareOfShortage(ramp: ShortageRamp | null, lacking: Decimal, elapsed: number): Decimal {
  if (ramp === null || lessThan(lacking, ramp.fullBelowShortage)) return ONE;
  if (elapsed >= ramp.durationMilliseconds) return ONE;
  const [passed, whole] = [decimal(BigInt(elapsed)), decimal(BigInt(ramp.durationMilliseconds))];
  return minimum(ONE, add(ramp.initial, divide(passed, whole, SHARE_DECIMALS, 'ceil')));
}

/** Decimals of a share that has grown. */
const SHARE_DECIMALS = 12;
