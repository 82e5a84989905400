import type { PositionJudgement } from '../evaluation/index.ts';
import { comparePositions, cooldownUntil, intervalResumesAt, intervalRoom, isRestored } from '../liquidation/index.ts';
import type { Conversion, OrderedLeg, Reduction as PastReduction, ScopeHistory } from '../liquidation/index.ts';
import { multiply } from '../num/index.ts';
import type { Instant } from '../venue/index.ts';
import { conversionOf } from './convert-step.ts';
import type { EndReason } from './liquidation-plan.ts';
import { priceIn } from './planned-part.ts';
import { reductionOf } from './reduce-step.ts';
import type { Reduction, StepMoment } from './reduce-step.ts';
import { judgedAgain } from './scope-state.ts';
import type { PlanContext, ScopeState } from './scope-state.ts';

/** Most steps that a scope is planned for; past them the plan says so. */
export const STEPS_MAX = 500;

/** A step in exact numbers and the state that the plan goes on from. */
export type ExactStep =
  | { readonly type: 'cancel-orders'; readonly orders: number; readonly state: ScopeState }
  | { readonly type: 'convert-collateral'; readonly conversion: Conversion; readonly state: ScopeState }
  | {
      readonly type: 'reduce';
      readonly reduction: Extract<Reduction, { type: 'reduce' }>;
      readonly state: ScopeState;
    }
  | {
      readonly type: 'takeover';
      readonly reduction: Extract<Reduction, { type: 'takeover' | 'out-of-reach' }>;
      readonly reason: 'zone' | 'limit-out-of-reach';
      readonly state: ScopeState;
    };

export interface ExactPlan {
  readonly before: ScopeState;
  readonly steps: readonly ExactStep[];
  /** The state that the last step leaves. */
  readonly last: ScopeState;
  readonly reason: EndReason;
  readonly resumesAt: Instant | null;
}

interface End {
  readonly reason: EndReason;
  readonly resumesAt: Instant | null;
}

/** Everything that is to be done to one scope, each step planned from what the judge makes of the one before. */
export function planScope(context: PlanContext, before: ScopeState, history: ScopeHistory): ExactPlan {
  const early = earlyEnd(before);
  if (early !== null) return { before, steps: [], last: before, reason: early, resumesAt: null };
  const steps: ExactStep[] = [];
  const reductions: PastReduction[] = [...history.reductions];
  let state = before;
  for (;;) {
    const next = nextOf(context, state, { ...history, reductions }, steps.length);
    if (!('type' in next)) return { before, steps, last: state, ...next };
    steps.push(next);
    state = next.state;
    if (next.type === 'reduce') reductions.push({ at: context.asOf, notional: next.reduction.planned.notional });
  }
}

function earlyEnd({ condition }: ScopeState): EndReason | null {
  if (condition === 'indeterminate') return 'indeterminate';
  if (condition === 'held') return 'on-hold';
  return condition === 'fine' ? 'not-liquidating' : null;
}

/** Orders first; then what is owed in an asset; then positions, until the scope is restored or has none. */
function nextOf(context: PlanContext, state: ScopeState, history: ScopeHistory, taken: number): ExactStep | End {
  if (state.condition === 'indeterminate') return ended('indeterminate');
  if (state.condition === 'held') return ended('on-hold');
  const hasPositions = state.positions.length > 0;
  if (hasPositions && taken > 0 && isOver(context, state)) return ended('restored');
  if (taken >= STEPS_MAX) return ended('steps-max');
  if (state.pool.orders.length > 0) return cancelled(context, state);
  const converted = conversionOf(context, state);
  if (converted !== null) return { type: 'convert-collateral', ...converted };
  return hasPositions ? nextReduction(context, state, history) : ended('nothing-left');
}

function isOver({ rules }: PlanContext, { condition, figures }: ScopeState): boolean {
  if (condition !== 'fine' || figures === null) return false;
  return isRestored(figures.equity, figures.maintenanceMargin, rules.exitBuffer);
}

function cancelled(context: PlanContext, state: ScopeState): ExactStep {
  const account = { ...state.account, openOrders: [] };
  return { type: 'cancel-orders', orders: state.pool.orders.length, state: judgedAgain(context, account) };
}

function nextReduction(context: PlanContext, state: ScopeState, { startedAt, reductions }: ScopeHistory) {
  const { rules, asOf } = context;
  const { bounds } = rules;
  const waits = state.takesOverNow ? null : cooldownUntil(bounds, reductions, asOf);
  if (waits !== null) return ended('cooldown', waits);
  const [leg] = state.positions.toSorted((a, b) => comparePositions(rules.positionOrder)(ordered(a), ordered(b)));
  if (leg === undefined) return ended('nothing-left');
  const moment: StepMoment = {
    room: intervalRoom(bounds, reductions, asOf),
    elapsed: startedAt === null ? 0 : Math.max(0, asOf - startedAt),
  };
  return stepOf(context, reductionOf(context, state, leg, moment), reductions, state.takesOverNow);

  function ordered({ leg: { position }, book, unrealizedPnl, maintenanceMargin }: PositionJudgement): OrderedLeg {
    const { contract } = book.context;
    const price = priceIn(context, contract.settlementAsset);
    return {
      contract: position.contract,
      side: position.side,
      group: contract.group,
      unrealizedPnl: multiply(unrealizedPnl, price),
      maintenanceMargin: multiply(maintenanceMargin, price),
      depth: context.market.contracts[position.contract]?.depth ?? null,
    };
  }
}

function stepOf(
  { rules, asOf }: PlanContext,
  reduction: Reduction,
  reductions: readonly PastReduction[],
  isByZone: boolean,
): ExactStep | End {
  switch (reduction.type) {
    case 'nothing':
      return ended('interval', intervalResumesAt(rules.bounds, reductions, asOf));
    case 'out-of-reach':
      return ended('limit-out-of-reach');
    case 'takeover':
      return {
        type: 'takeover',
        reduction,
        reason: isByZone ? 'zone' : 'limit-out-of-reach',
        state: reduction.state,
      };
    case 'reduce':
      return { type: 'reduce', reduction, state: reduction.assumed.state };
  }
}

function ended(reason: EndReason, resumesAt: Instant | null = null): End {
  return { reason, resumesAt };
}
