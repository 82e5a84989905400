import type { Sha256 } from '../canonical/index.ts';
import { decisionId } from '../decision/index.ts';
import type { VersionReference } from '../decision/index.ts';
import { canonicalInput, evaluate, judge } from '../evaluation/index.ts';
import type { CompiledSet, PoolJudgement } from '../evaluation/index.ts';
import { NO_HISTORY } from '../liquidation/index.ts';
import type { LiquidationRules, ScopeHistory } from '../liquidation/index.ts';
import type { Parsed } from '../problem/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { Account, Instant, Market } from '../venue/index.ts';
import { canonicalHistory } from './canonical-history.ts';
import type { LiquidationPlan } from './liquidation-plan.ts';
import { planScope, STEPS_MAX } from './plan-scope.ts';
import type { ExactPlan } from './plan-scope.ts';
import { renderPlan } from './render-plan.ts';
import { accountOfScope, stateOf } from './scope-state.ts';

/** What was done to scopes of an account before, by scope key (`cross:USDT`, `isolated:ETHUSDT:net`). */
export type LiquidationHistory = Readonly<Record<string, ScopeHistory>>;

/** One question: what is to be done to this account in this market under this set, at this instant, after what was done. */
export interface PlanQuestion {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  /** The instant that chose the set. */
  readonly asOf: Instant;
  readonly history: LiquidationHistory;
  readonly sha256: Sha256;
}

/**
 * The plan for one account: every scope from what it is to restored, to nothing left, or to what it waits for, re-judged by the
 * judge of evaluations after every step. An account that is not liquidated gets a plan without steps that says why. Problems
 * only where the account names what the set does not know.
 */
export function planLiquidation(question: PlanQuestion): Parsed<LiquidationPlan> {
  const { set, account, market, asOf, history, sha256 } = question;
  const decided = evaluate({ set, account, market, asOf, explain: false, sha256 });
  const judged = judge({ set, account, market, asOf });
  if (!decided.ok) return decided;
  if (!judged.ok) return judged;
  const { liquidation } = set.forTags(account.tags);
  const rules = liquidation?.compiled ?? null;
  const plans = judged.value.pools.map((pool) => planOf(question, pool, rules));
  const inputHash = sha256(`${canonicalInput(account, market, set)}\n${canonicalHistory(history)}`);
  const value: LiquidationPlan = {
    planId: decisionId(set.hash, inputHash, asOf, sha256),
    asOf: formatInstant(asOf),
    policySet: { hash: set.hash, versions: versionsOf(decided.value.policySet.versions, liquidation?.reference) },
    inputHash,
    decisionId: decided.value.decisionId,
    stepsMax: STEPS_MAX,
    scopes: plans.map((plan) => renderPlan(plan, rules)),
  };
  return { ok: true, value };
}

/** One scope in exact numbers. */
export function planOf(
  { set, account, market, asOf, history }: Omit<PlanQuestion, 'sha256'>,
  judged: PoolJudgement,
  rules: LiquidationRules | null,
): ExactPlan {
  const { pool } = judged;
  const before = stateOf(accountOfScope(account, pool), judged);
  const past = Object.hasOwn(history, pool.key) ? (history[pool.key] ?? NO_HISTORY) : NO_HISTORY;
  return rules === null ? unplanned(before) : planScope({ set, rules, market, asOf, pool }, before, past);
}

function unplanned(before: ExactPlan['before']): ExactPlan {
  const reasons = { indeterminate: 'indeterminate', held: 'on-hold', fine: 'not-liquidating' } as const;
  const { condition } = before;
  const reason = condition === 'liquidating' || condition === 'deficit' ? 'no-policy' : reasons[condition];
  return { before, steps: [], last: before, reason, resumesAt: null };
}

/** By policy id, as in decisions. */
function versionsOf(used: readonly VersionReference[], own: VersionReference | undefined): VersionReference[] {
  if (own === undefined) return [...used];
  return [...used, { policy: own.policy, version: own.version }].sort((a, b) => (a.policy < b.policy ? -1 : 1));
}
