import { judge } from '../evaluation/index.ts';
import type { PoolJudgement } from '../evaluation/index.ts';
import { compareCandidates } from '../liquidation/index.ts';
import type { LiquidationCandidate } from '../liquidation/index.ts';
import { multiply, ONE, ZERO } from '../num/index.ts';
import type { Decimal } from '../num/index.ts';
import type { Parsed } from '../problem/index.ts';
import type { Account } from '../venue/index.ts';
import { planOf } from './plan-liquidation.ts';
import type { PlanQuestion } from './plan-liquidation.ts';
import type { ExactPlan } from './plan-scope.ts';
import { accountOfScope, stateOf } from './scope-state.ts';

/** Accounts that may have to be liquidated, in one market under one set. */
export interface OrderQuestion extends Pick<PlanQuestion, 'set' | 'market' | 'asOf'> {
  readonly accounts: readonly Account[];
}

/** A scope that is to be liquidated, in its place. */
export interface OrderedScope {
  readonly account: string;
  /** `cross:USDT`, `isolated:ETHUSDT:net`. */
  readonly scope: string;
}

/**
 * The scopes that have something to be done to them, first things first, in the account order of the policy that speaks for
 * accounts without tags (`risk` where none does). Amounts are compared in the valuation asset; a scope whose asset has no price
 * there counts for nothing and comes last by amount. The order in which accounts are given changes nothing.
 */
export function orderOfAccounts(question: OrderQuestion): Parsed<readonly OrderedScope[]> {
  const { set, market, asOf, accounts } = question;
  const accountOrder = set.forTags([]).liquidation?.compiled.accountOrder ?? 'risk';
  const candidates: { readonly candidate: LiquidationCandidate; readonly place: OrderedScope }[] = [];
  for (const account of accounts) {
    const judged = judge({ set, account, market, asOf });
    if (!judged.ok) return judged;
    const rules = set.forTags(account.tags).liquidation?.compiled ?? null;
    for (const pool of judged.value.pools) {
      const { condition } = stateOf(accountOfScope(account, pool.pool), pool);
      if (condition !== 'liquidating' && condition !== 'deficit') continue;
      // Only this order asks for a limit, and a limit for a plan.
      const steps =
        accountOrder === 'limit-distance' ? planOf({ set, account, market, asOf, history: {} }, pool, rules).steps : [];
      const candidate = candidateOf(question, account, pool, steps);
      if (candidate !== null) candidates.push({ candidate, place: { account: account.id, scope: pool.pool.key } });
    }
  }
  const compare = compareCandidates(accountOrder);
  const ordered = candidates.toSorted((a, b) => compare(a.candidate, b.candidate));
  return { ok: true, value: ordered.map(({ place }) => place) };
}

function candidateOf(
  { set, market }: OrderQuestion,
  { id }: Account,
  { pool, figures }: PoolJudgement,
  steps: ExactPlan['steps'],
): LiquidationCandidate | null {
  if (figures === null) return null;
  const { valuationAsset } = set.valuation.compiled;
  const price = pool.asset === valuationAsset ? ONE : (market.assets[pool.asset]?.price ?? ZERO);
  const worth = (amount: Decimal): Decimal => multiply(amount, price);
  return {
    id: `${id} ${pool.key}`,
    equity: figures.equity,
    maintenanceMargin: figures.maintenanceMargin,
    accountValue: worth(figures.accountValue),
    notional: worth(figures.notional),
    limit: limitOf(steps),
  };
}

/** Of the first order that the plan places. */
function limitOf(steps: ExactPlan['steps']): LiquidationCandidate['limit'] {
  for (const step of steps) {
    if (step.type !== 'reduce') continue;
    const { limit, planned } = step.reduction;
    return limit.price === null ? null : { price: limit.price, markPrice: planned.part.markPrice };
  }
  return null;
}
