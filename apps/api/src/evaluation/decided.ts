import type { Actor } from '@backstop/core/access';
import { zoneMoves, type Decision } from '@backstop/core/decision';
import { evaluate, type CompiledSet } from '@backstop/core/evaluation';
import type { Account, Instant, Market } from '@backstop/core/venue';
import { decisionBody, type DecisionBody } from '../decisions/decision-body.ts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';

/** One account in one market, and who asks. */
export interface AskedDecision {
  readonly account: Account;
  readonly market: Market;
  readonly asOf: Instant;
  readonly recordedAt: Instant | null;
  readonly explain: boolean;
  /** Whether it is logged, whatever it moved. */
  readonly record: boolean;
  readonly actor: Actor;
  /** Now. */
  readonly at: Instant;
}

/** A decision as it is answered. */
export interface Decided {
  /** JSON. */
  readonly text: string;
  readonly decision: Decision;
  /** What must be in the log before the answer goes out; null where the decision moved no zone and nobody asked for it. */
  readonly toLog: DecisionBody | null;
}

/** Decides. Refuses an account that names what the set does not know. */
export function decided(set: CompiledSet, asked: AskedDecision): Decided {
  const { account, market, asOf, explain, record } = asked;
  const evaluated = evaluate({ set, account, market, asOf, explain, sha256 });
  if (!evaluated.ok) throw refused(evaluated.problems);
  const decision = evaluated.value;
  const text = JSON.stringify(decision);
  // Without a state nobody has said what zone the account was in, and nothing more is asked.
  if (account.state === null && !record) return { text, decision, toLog: null };
  const moves = account.state === null ? [] : zoneMoves(decision.scopes, account.state.zones);
  const isLogged = record || moves.length > 0;
  return { text, decision, toLog: isLogged ? decisionBody({ ...asked, set, decision, moves }) : null };
}
