import { judge } from '../evaluation/index.ts';
import { NO_HISTORY } from '../venue/index.ts';
import type { CompiledSet, PoolJudgement, PositionJudgement } from '../evaluation/index.ts';
import type { LiquidationRules } from '../liquidation/index.ts';
import { InvariantError, isNegative, negate, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Account, Instant, Market } from '../venue/index.ts';

/** What every step of planning one scope reads. */
export interface PlanContext {
  readonly set: CompiledSet;
  readonly rules: LiquidationRules;
  readonly market: Market;
  readonly asOf: Instant;
  /** The scope's pool as the plan found it. */
  readonly pool: PoolJudgement['pool'];
}

/** A scope on the way through its plan, as the judge finds it. */
export interface ScopeState {
  /** The account as if it had this scope only. */
  readonly account: Account;
  readonly pool: PoolJudgement['pool'];
  /** Null where it cannot be judged. */
  readonly figures: StateFigures | null;
  readonly positions: readonly PositionJudgement[];
  readonly zone: string | null;
  readonly condition: ScopeCondition;
  readonly takesOverNow: boolean;
}

/** What the judgement of a scope asks for. `deficit`: what it owes is more than it has, with nothing to be margined. */
export type ScopeCondition = 'indeterminate' | 'held' | 'liquidating' | 'deficit' | 'fine';

export interface StateFigures {
  readonly equity: Decimal;
  readonly accountValue: Decimal;
  readonly maintenanceMargin: Decimal;
  readonly initialMargin: Decimal | null;
  readonly notional: Decimal;
  readonly deficit: Decimal;
}

/** The account with nothing but one scope: what the others hold changes nothing in it. */
export function accountOfScope(account: Account, { scope, balances, positions, orders }: ScopeState['pool']): Account {
  const collateral = scope === 'cross' ? account.collateral.filter(({ asset }) => balances.has(asset)) : [];
  return { ...account, collateral, positions, openOrders: orders };
}

/** A state with what the judge made of it. */
export function stateOf(account: Account, judged: PoolJudgement): ScopeState {
  const { pool, figures, positions, zone } = judged;
  return {
    account: withZone(account, pool.key, zone.zone),
    pool,
    figures,
    positions,
    zone: zone.zone,
    condition: conditionOf(judged),
    takesOverNow: zone.actions.some(({ type }) => type === 'takeover'),
  };
}

/** The scope judged anew; an isolated position that is closed leaves its margin and nothing to be judged. */
export function judgedAgain(context: PlanContext, account: Account): ScopeState {
  const { set, market, asOf, pool } = context;
  const judged = judge({ set, account, market, asOf });
  if (!judged.ok) throw new InvariantError('a plan names what the account did not');
  const again = judged.value.pools.find(({ pool: { key } }) => key === pool.key);
  if (again === undefined) throw new InvariantError(`scope ${pool.key} is gone`);
  return stateOf(account, again);
}

/** An isolated scope whose position is closed, with what is left of its margin, in its asset. */
export function closedState(state: ScopeState, left: Decimal): ScopeState {
  const isDeficit = isNegative(left);
  const figures: StateFigures = {
    equity: left,
    accountValue: left,
    maintenanceMargin: ZERO,
    initialMargin: ZERO,
    notional: ZERO,
    deficit: isDeficit ? negate(left) : ZERO,
  };
  return {
    ...state,
    account: { ...state.account, positions: [], openOrders: [] },
    pool: { ...state.pool, positions: [], orders: [] },
    figures,
    positions: [],
    zone: isDeficit ? 'deficit' : 'healthy',
    condition: isDeficit ? 'deficit' : 'fine',
    takesOverNow: false,
  };
}

function conditionOf({ figures, zone: { zone, actions, trigger } }: PoolJudgement): ScopeCondition {
  if (figures === null || zone === null) return 'indeterminate';
  if (zone === 'deficit') return 'deficit';
  if (!trigger.compiled.isLiquidating(zone)) return 'fine';
  return actions.some(({ type }) => type === 'hold') ? 'held' : 'liquidating';
}

/** What the scope is in now is what it comes from next: a zone is left by its exit. */
function withZone(account: Account, key: string, zone: string | null): Account {
  if (zone === null) return account;
  return { ...account, state: { ...(account.state ?? NO_HISTORY), zones: { ...account.state?.zones, [key]: zone } } };
}
