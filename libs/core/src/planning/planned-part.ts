import { precisionOf } from '../evaluation/index.ts';
import type { PositionJudgement } from '../evaluation/index.ts';
import { cashAtMark } from '../liquidation/index.ts';
import type { Part } from '../liquidation/index.ts';
import { bankruptcyAmount, notionalOf } from '../margin/index.ts';
import { absolute, InvariantError, isNegative, multiply, negate, ONE, round, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { closePart } from './close-part.ts';
import type { PlanContext, ScopeState, StateFigures } from './scope-state.ts';

/** A part of a leg that a step is about. */
export interface PlannedPart {
  readonly leg: PositionJudgement;
  readonly size: Decimal;
  readonly part: Part;
  readonly bankruptcyAmount: Decimal;
  /** What the part costs or pays at the mark, in the pool's asset. */
  readonly cashAtMark: Decimal;
  /** ≥ 0, ceiled, in the pool's asset. */
  readonly notional: Decimal;
}

/** The part and what leaves its share of equity spent exactly once: maintenance margin is judged before and after. */
export function plannedPart(
  context: PlanContext,
  state: ScopeState,
  leg: PositionJudgement,
  size: Decimal,
): PlannedPart {
  const part = partOf(context, leg, size);
  const after = closePart(context, state, { leg, size, markPrice: part.markPrice, gain: ZERO, charges: ZERO });
  const [before, left] = [figuresOf(state), figuresOf(after)];
  const cash = cashAtMark(part);
  const notional = notionalIn(part);
  const amount = bankruptcyAmount(
    {
      accountValue: before.accountValue,
      maintenanceMargin: before.maintenanceMargin,
      maintenanceMarginReleased: subtract(before.maintenanceMargin, left.maintenanceMargin),
      netNotionalDelta: negate(cash),
      notional: before.notional,
      notionalClosed: notional,
    },
    part.precision,
  );
  return { leg, size, part, bankruptcyAmount: amount, cashAtMark: cash, notional };
}

/** The figures of a state that is planned on: one that cannot be judged is never. */
export function figuresOf({ figures }: ScopeState): StateFigures {
  if (figures === null) throw new InvariantError('a scope is planned on only where it can be judged');
  return figures;
}

/** The mark price that the judge has found good. */
export function markOf({ market }: PlanContext, contract: string): Decimal {
  const mark = market.contracts[contract]?.markPrice ?? null;
  if (mark === null) throw new InvariantError(`${contract} has no mark price`);
  return mark;
}

/** What an asset is worth in the pool's asset, realizably; 1 where nothing is converted. */
export function priceIn(context: PlanContext, asset: string): Decimal {
  if (!isConverted(context) || asset === context.pool.asset) return ONE;
  const price = context.market.assets[asset]?.price ?? null;
  if (price === null) throw new InvariantError(`${asset} has no price`);
  return price;
}

/** Ceiled at every rounding, so that what is closed never counts for nothing. */
function notionalIn({ contract, signedUnits, markPrice, settlementPrecision, assetPrice, ...part }: Part): Decimal {
  const notional = notionalOf(contract, absolute(signedUnits), markPrice, settlementPrecision);
  return part.isConverted ? round(multiply(notional, assetPrice), part.precision, 'ceil') : notional;
}

function isConverted({ pool, set }: PlanContext): boolean {
  return pool.scope === 'cross' && set.valuation.compiled.collateralMode === 'multi-asset';
}

function partOf(context: PlanContext, leg: PositionJudgement, size: Decimal): Part {
  const { contract } = leg.book.context;
  const signed = isNegative(leg.leg.position.size) ? negate(size) : size;
  return {
    contract,
    signedUnits: multiply(signed, contract.multiplier),
    markPrice: markOf(context, contract.contract),
    assetPrice: priceIn(context, contract.settlementAsset),
    isConverted: isConverted(context),
    settlementPrecision: precisionOf(context, contract.settlementAsset),
    precision: precisionOf(context, context.pool.asset),
  };
}
