import type { Actor } from '@backstop/core/access';
import type { Decision, Outcome, ZoneMove } from '@backstop/core/decision';
import { canonicalInput, type CompiledSet } from '@backstop/core/evaluation';
import { formatInstant, type Account, type Instant, type Market } from '@backstop/core/venue';
import { sha256 } from '../persistence/sha256.ts';

/** What a loss came to: nothing is left of it, something is, or the account itself owes it. */
export type LossVerdict = 'covered' | 'uncovered' | 'receivable';

/** What the log says of whatever was decided: what the hash of its entry is made of. Instants are RFC 3339. */
interface EntryBody {
  /** Of a plan the id of the plan. */
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
  /** Of a plan the outcome of the evaluation that it begins with. */
  readonly outcome: Outcome | LossVerdict;
  readonly moves: readonly ZoneMove[];
  /** A person's id or `key:<id>`. */
  readonly actor: string;
  /** SHA-256 of `decision`. */
  readonly decisionDigest: string;
  /** What was decided as JSON text, to the byte; an evaluation without its trace. */
  readonly decision: string;
}

/** An evaluation, or a plan: what it read is in the entry. */
export interface QuestionBody extends EntryBody {
  /** An entry that was written before there were others has none, and is an evaluation. */
  readonly type?: 'evaluation' | 'plan';
  readonly outcome: Outcome;
  /** `inputHash` is of its canonical form; of a plan, of account and market, and after a newline of its history. */
  readonly input: unknown;
}

/** A loss that was committed: what it read stands beside it under `inputHash`, for a book may be large. */
export interface LossBody extends EntryBody {
  readonly type: 'loss';
  readonly outcome: LossVerdict;
  readonly input: null;
  /** Its id. */
  readonly loss: string;
}

export type DecisionBody = QuestionBody | LossBody;

/** What was asked, under which set, and by whom. */
export interface AskedAbout {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  readonly recordedAt: Instant | null;
  readonly actor: Actor;
  /** Now. */
  readonly at: Instant;
}

/** A decision, and all that it came from. */
export interface DecisionTold extends AskedAbout {
  readonly decision: Decision;
  readonly moves: readonly ZoneMove[];
}

/** What is logged of a decision: the same whoever asks, and whether or not they ask for a trace. */
export function decisionBody(told: DecisionTold): QuestionBody {
  const { set, account, market, decision, moves } = told;
  const { decisionId, policySet, inputHash, asOf, outcome } = decision;
  const text = JSON.stringify(withoutTrace(decision));
  return {
    type: 'evaluation',
    ...{ decisionId, policySet: policySet.hash, inputHash, asOf, outcome, moves },
    ...askedPart(told),
    decisionDigest: sha256(text),
    decision: text,
    input: JSON.parse(canonicalInput(account, market, set)) as unknown,
  };
}

/** What of an entry says who asked when about whom. */
export function askedPart({
  account,
  recordedAt,
  actor,
  at,
}: AskedAbout): Pick<EntryBody, 'recordedAt' | 'knownAt' | 'account' | 'actor'> {
  return {
    recordedAt: formatInstant(at),
    knownAt: recordedAt === null ? null : formatInstant(recordedAt),
    account: account.id,
    actor: actor.kind === 'key' ? `key:${actor.id}` : actor.id,
  };
}

/** A decision as it is logged. */
export function withoutTrace(decision: Decision): Decision {
  return { ...decision, scopes: decision.scopes.map(({ trace: _trace, ...scope }) => scope) };
}
