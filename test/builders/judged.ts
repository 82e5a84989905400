import { evaluate, judge } from '@backstop/core/evaluation';
import type { AccountJudgement, CompiledSet, PoolJudgement } from '@backstop/core/evaluation';
import type { Decision } from '@backstop/core/decision';
import type { Account, Market } from '@backstop/core/venue';
import { sha256 } from './sha256.ts';

/** An account in a market under a set: one question. */
export interface Question {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
}

/** The judgement of an account whose names the set knows; unknown names stop the test. */
export function judged({ set, account, market }: Question): AccountJudgement {
  const result = judge({ set, account, market, asOf: market.asOf });
  if (!result.ok) throw new Error(`an account of a test is wrong: ${JSON.stringify(result.problems)}`);
  return result.value;
}

/** The scope of that key. */
export function poolOf(judgement: AccountJudgement, key: string): PoolJudgement {
  const pool = judgement.pools.find((candidate) => candidate.pool.key === key);
  if (pool === undefined) {
    throw new Error(`no scope ${key} among ${judgement.pools.map((one) => one.pool.key).join(', ')}`);
  }
  return pool;
}

/** The decision about an account whose names the set knows, with its trace where it is asked for. */
export function decided({ set, account, market }: Question, explain = false): Decision {
  const result = evaluate({ set, account, market, asOf: market.asOf, explain, sha256 });
  if (!result.ok) throw new Error(`an account of a test is wrong: ${JSON.stringify(result.problems)}`);
  return result.value;
}
