import type { Actor } from '@backstop/core/access';
import type { Decision, Outcome, ZoneMove } from '@backstop/core/decision';
import { canonicalInput, type CompiledSet } from '@backstop/core/evaluation';
import { formatInstant, type Account, type Instant, type Market } from '@backstop/core/venue';
import { sha256 } from '../persistence/sha256.ts';

/** What the log says of a decision: what the hash of its entry is made of. Instants are RFC 3339. */
export interface DecisionBody {
  readonly decisionId: string;
  /** Hash of the set. */
  readonly policySet: string;
  readonly inputHash: string;
  readonly asOf: string;
  /** When it was decided. */
  readonly recordedAt: string;
  /** By when something had to be approved to count; null = whatever was known. */
  readonly knownAt: string | null;
  readonly account: string;
  readonly outcome: Outcome;
  readonly moves: readonly ZoneMove[];
  /** A person's id or `key:<id>`. */
  readonly actor: string;
  readonly decisionDigest: string;
  /** The decision as JSON text, without a trace. */
  readonly decision: string;
  /** What the decision read; `inputHash` is of its canonical form. */
  readonly input: unknown;
}

/** A decision, and all that it came from. */
export interface DecisionTold {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  readonly recordedAt: Instant | null;
  readonly actor: Actor;
  readonly decision: Decision;
  readonly moves: readonly ZoneMove[];
  /** Now. */
  readonly at: Instant;
}

/** What is logged of a decision: the same whoever asks, and whether or not they ask for a trace. */
export function decisionBody(told: DecisionTold): DecisionBody {
  const { set, account, market, recordedAt, actor, decision, moves, at } = told;
  const { decisionId, policySet, inputHash, asOf, outcome } = decision;
  const text = JSON.stringify(withoutTrace(decision));
  return {
    ...{ decisionId, policySet: policySet.hash, inputHash, asOf, outcome, moves },
    recordedAt: formatInstant(at),
    knownAt: recordedAt === null ? null : formatInstant(recordedAt),
    account: account.id,
    actor: actor.kind === 'key' ? `key:${actor.id}` : actor.id,
    decisionDigest: sha256(text),
    decision: text,
    input: JSON.parse(canonicalInput(account, market, set)) as unknown,
  };
}

function withoutTrace(decision: Decision): Decision {
  return { ...decision, scopes: decision.scopes.map(({ trace: _trace, ...scope }) => scope) };
}
