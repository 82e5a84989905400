import type { Sha256 } from '../canonical/index.ts';
import { decisionId } from '../decision/index.ts';
import type { Decision } from '../decision/index.ts';
import type { Parsed } from '../problem/index.ts';
import { formatInstant } from '../venue/index.ts';
import type { Account, Instant, Market } from '../venue/index.ts';
import { canonicalInput } from './canonical-input.ts';
import type { CompiledSet } from './compiled-set.ts';
import { judgeAccount } from './judge-account.ts';
import type { JudgeContext } from './judge-context.ts';
import type { AccountJudgement } from './judgement.ts';
import { nameProblems } from './name-problems.ts';
import { renderScope } from './render-decision.ts';
import { versionsUsed } from './versions-used.ts';

/** One question: this account in this market under this set, at this instant. */
export interface Evaluation {
  readonly set: CompiledSet;
  readonly account: Account;
  readonly market: Market;
  /** The instant that chose the set. */
  readonly asOf: Instant;
  /** Whether the decision carries the trace of every rule asked. */
  readonly explain: boolean;
  readonly sha256: Sha256;
}

/**
 * The decision about one account: everything about it in one answer, the same bytes on every machine. Problems only where
 * the account names a contract or an asset that the set does not know; anything else that is missing is `indeterminate`.
 */
export function evaluate(question: Evaluation): Parsed<Decision> {
  const { set, account, market, asOf, sha256 } = question;
  const judged = judge(question);
  if (!judged.ok) return judged;
  const context = contextOf(question);
  const inputHash = sha256(canonicalInput(account, market, set));
  const value: Decision = {
    decisionId: decisionId(set.hash, inputHash, asOf, sha256),
    asOf: formatInstant(asOf),
    policySet: { hash: set.hash, versions: versionsUsed(context, judged.value.pools) },
    inputHash,
    outcome: judged.value.outcome,
    scopes: judged.value.pools.map((pool) => renderScope(context, pool, question.explain)),
  };
  return { ok: true, value };
}

/** The same judgement in exact numbers, without text, hashes or sentences: for bulk work inside a process. */
export function judge(question: Omit<Evaluation, 'explain' | 'sha256'>): Parsed<AccountJudgement> {
  const problems = nameProblems(question.account, question.set);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: judgeAccount(contextOf(question)) };
}

function contextOf({ set, account, market, asOf }: Omit<Evaluation, 'explain' | 'sha256'>): JudgeContext {
  return { set, policies: set.forTags(account.tags), account, market, at: asOf };
}
