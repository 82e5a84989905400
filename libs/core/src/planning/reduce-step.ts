import { precisionOf } from '../evaluation/index.ts';
import type { PositionJudgement } from '../evaluation/index.ts';
import {
  cashAt,
  feeRateAt,
  gainForCash,
  gainOverMark,
  inSettlementAsset,
  limitOf,
  liquidationFees,
  stepSize,
} from '../liquidation/index.ts';
import type { Limit, Part, SizedBy, SizedLeg } from '../liquidation/index.ts';
import { absolute, add, greaterThan, isZero, maximum, multiply, round, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { closePart } from './close-part.ts';
import { figuresOf, markOf, plannedPart, priceIn } from './planned-part.ts';
import type { PlannedPart } from './planned-part.ts';
import type { PlanContext, ScopeState } from './scope-state.ts';

/** A fill of a part and the state that it leaves; `cash` in the pool's asset, the rest in the settlement asset. */
export interface Fill {
  readonly cash: Decimal;
  readonly fee: Decimal;
  readonly fundFee: Decimal;
  readonly surplus: Decimal;
  readonly state: ScopeState;
}

/** What a leg comes to next. */
export type Reduction =
  | { readonly type: 'nothing' }
  | { readonly type: 'takeover' | 'out-of-reach'; readonly planned: PlannedPart; readonly state: ScopeState }
  | {
      readonly type: 'reduce';
      readonly planned: PlannedPart;
      readonly sizeBy: SizedBy;
      readonly limit: Limit;
      readonly atMark: Fill;
      readonly atLimit: Fill;
      readonly assumed: Fill;
    };

/** What a step may still take and how long the liquidation has gone on. */
export interface StepMoment {
  readonly room: Decimal | null;
  /** In milliseconds. */
  readonly elapsed: number;
}

/**
 * The next step on a leg: an order of the size that the rules give, within its limit; where no order can fill within it, or the
 * zone says so, the whole leg is taken over at its bankruptcy amount.
 */
export function reductionOf(
  context: PlanContext,
  state: ScopeState,
  leg: PositionJudgement,
  moment: StepMoment,
): Reduction {
  if (state.takesOverNow) return wholeLeg(context, state, leg, 'takeover');
  const { size, by } = sizeOf(context, state, leg, moment);
  if (isZero(size)) return { type: 'nothing' };
  const planned = plannedPart(context, state, leg, size);
  const limit = limitFor(context, state, planned);
  if (limit.reach === 'none' || greaterThan(limit.amount, planned.cashAtMark)) {
    return wholeLeg(context, state, leg, context.rules.takesOver ? 'takeover' : 'out-of-reach');
  }
  const { part } = planned;
  const fillOf = (cash: Decimal, gain: Decimal): Fill => filled(context, state, planned, { cash, gain }, moment);
  const limitGain = limit.price === null ? gainForCash(part, limit.amount) : gainOverMark(part, limit.price);
  const limitCash = limit.price === null ? limit.amount : cashAt(part, limit.price);
  const atLimit = fillOf(limitCash, limitGain);
  const atMark = fillOf(planned.cashAtMark, ZERO);
  const assumed = assumedFill(context, planned, limit, { atMark, atLimit }, fillOf);
  return { type: 'reduce', planned, sizeBy: by, limit, atMark, atLimit, assumed };
}

/** The limit of an order for the part. */
function limitFor(context: PlanContext, state: ScopeState, planned: PlannedPart): Limit {
  const { equity, maintenanceMargin } = figuresOf(state);
  const { leg, part, size } = planned;
  return limitOf({
    part,
    rule: context.rules.limit,
    bankruptcyAmount: planned.bankruptcyAmount,
    equity,
    maintenanceMargin,
    legMaintenance: multiply(leg.maintenanceMargin, part.assetPrice),
    size,
    legSize: absolute(leg.leg.position.size),
  });
}

function wholeLeg(
  context: PlanContext,
  state: ScopeState,
  leg: PositionJudgement,
  type: 'takeover' | 'out-of-reach',
): Reduction {
  const planned = plannedPart(context, state, leg, absolute(leg.leg.position.size));
  const gain = gainForCash(planned.part, planned.bankruptcyAmount);
  return { type, planned, state: closed(context, state, planned, gain, ZERO) };
}

function sizeOf(context: PlanContext, state: ScopeState, leg: PositionJudgement, { room, elapsed }: StepMoment) {
  const { rules } = context;
  const { equity, maintenanceMargin } = figuresOf(state);
  const sized = sizedLeg(context, leg);
  const notional = multiply(leg.notional, sized.assetPrice);
  const feeRate = feeRateAt(rules.fees, elapsed);
  return stepSize({ leg: sized, notional, equity, maintenanceMargin, room, elapsed, feeRate }, rules);
}

function sizedLeg(context: PlanContext, { leg, book }: PositionJudgement): SizedLeg {
  const { contract } = book.context;
  const exposure = book.exposures.find((each) => each.leg === leg);
  return {
    context: book.context,
    size: absolute(leg.position.size),
    exposedUnits: exposure?.units ?? null,
    entryPrice: leg.position.entryPrice,
    markPrice: markOf(context, contract.contract),
    assetPrice: priceIn(context, contract.settlementAsset),
    depth: context.market.contracts[contract.contract]?.depth ?? null,
  };
}

/** The discount off the mark, never past the limit. */
function assumedFill(
  { rules, pool, ...context }: PlanContext,
  { part, cashAtMark: cash }: PlannedPart,
  limit: Limit,
  { atMark, atLimit }: { readonly atMark: Fill; readonly atLimit: Fill },
  fillOf: (cash: Decimal, gain: Decimal) => Fill,
): Fill {
  if (isZero(rules.assumedFillDiscount)) return atMark;
  const precision = precisionOf(context, pool.asset);
  const cost = round(multiply(absolute(cash), rules.assumedFillDiscount), precision, 'ceil');
  const amount = maximum(subtract(cash, cost), limit.amount);
  return greaterThan(amount, limit.amount) ? fillOf(amount, gainForCash(part, amount)) : atLimit;
}

function filled(
  context: PlanContext,
  state: ScopeState,
  planned: PlannedPart,
  { cash, gain }: { readonly cash: Decimal; readonly gain: Decimal },
  { elapsed }: StepMoment,
): Fill {
  const { rules } = context;
  const { part, bankruptcyAmount } = planned;
  const fees = liquidationFees({ received: cash, bankruptcyAmount }, rules.fees, elapsed, part.precision);
  const left = subtract(subtract(subtract(cash, bankruptcyAmount), fees.fee), fees.fundFee);
  const fee = settled(part, fees.fee);
  const fundFee = settled(part, fees.fundFee);
  const surplus = rules.surplusTo === 'fund' ? settled(part, maximum(ZERO, left)) : ZERO;
  const charges = add(add(fee, fundFee), surplus);
  return { cash, fee, fundFee, surplus, state: closed(context, state, planned, gain, charges) };
}

/** What others receive is floored. */
function settled(part: Part, amount: Decimal): Decimal {
  return round(inSettlementAsset(part, amount, 'floor'), part.settlementPrecision, 'floor');
}

function closed(
  context: PlanContext,
  state: ScopeState,
  { leg, size, part }: PlannedPart,
  gain: Decimal,
  charges: Decimal,
): ScopeState {
  return closePart(context, state, { leg, size, markPrice: part.markPrice, gain, charges });
}
