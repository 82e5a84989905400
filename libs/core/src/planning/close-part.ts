import type { PositionJudgement } from '../evaluation/index.ts';
import { unrealizedPnl } from '../margin/index.ts';
import { absolute, add, equals, InvariantError, isNegative, multiply, subtract, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import { withBalance } from '../venue/index.ts';
import type { Position } from '../venue/index.ts';
import { closedState, judgedAgain } from './scope-state.ts';
import type { PlanContext, ScopeState } from './scope-state.ts';

/** A part of a leg that is closed; amounts in the settlement asset. */
export interface ClosedPart {
  readonly leg: PositionJudgement;
  /** Contracts, > 0, at most the leg. */
  readonly size: Decimal;
  readonly markPrice: Decimal;
  /** What it brings beyond the mark; below 0 it brings less. */
  readonly gain: Decimal;
  /** Fees and what else goes to others. */
  readonly charges: Decimal;
}

/**
 * The scope once a part of a leg is closed: what the leg's pnl at the mark falls by is realized, with the gain and without the
 * charges. At the mark and without charges the value of the account stays, to the last unit.
 */
export function closePart(context: PlanContext, state: ScopeState, part: ClosedPart): ScopeState {
  const { leg, size, markPrice, gain, charges } = part;
  const { position } = leg.leg;
  const { contract, precision } = leg.book.context;
  const left = sizeLeft(position, size);
  const pnlLeft = unrealizedPnl(
    contract,
    multiply(left, contract.multiplier),
    position.entryPrice,
    markPrice,
    precision,
  );
  const realized = add(subtract(leg.unrealizedPnl, pnlLeft), subtract(gain, charges));
  const isGone = equals(absolute(position.size), size);
  return state.pool.scope === 'isolated'
    ? closeIsolated(context, state, position, isGone ? null : left, realized)
    : closeCross(context, state, position, isGone ? null : left, realized, contract.settlementAsset);
}

/** What is left of a position, signed as it is. */
export function sizeLeft({ size }: Position, closed: Decimal): Decimal {
  return isNegative(size) ? add(size, closed) : subtract(size, closed);
}

function closeIsolated(
  context: PlanContext,
  state: ScopeState,
  position: Position,
  left: Decimal | null,
  realized: Decimal,
): ScopeState {
  const margin = add(position.isolatedMargin ?? ZERO, realized);
  if (left === null) return closedState(state, add(margin, position.pendingFunding));
  const positions = [{ ...position, size: left, isolatedMargin: margin }];
  return judgedAgain(context, { ...state.account, positions });
}

function closeCross(
  context: PlanContext,
  state: ScopeState,
  position: Position,
  left: Decimal | null,
  realized: Decimal,
  settlementAsset: string,
): ScopeState {
  const { positions } = state.account;
  const place = positions.indexOf(position);
  if (place < 0) throw new InvariantError(`${position.contract} is not held`);
  const kept = left === null ? positions.toSpliced(place, 1) : positions.with(place, { ...position, size: left });
  const paid = left === null ? add(realized, position.pendingFunding) : realized;
  return judgedAgain(context, withBalance({ ...state.account, positions: kept }, settlementAsset, paid));
}
