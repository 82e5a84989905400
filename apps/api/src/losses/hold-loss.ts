import type { CompiledSet } from '@backstop/core/evaluation';
import type { PolicySet } from '@backstop/core/policy';
import { heldHere, type HeldLoss } from './held-loss.ts';
import { lossOfInput } from './loss-of-input.ts';
import type { AskedLoss } from './loss-questions.service.ts';
import { lossRules } from './loss-run.ts';
import type { LedgerFacts } from './loss-question.ts';
import { heldApart, storedApart } from './loss-thread.ts';

/** So many are decided in a few milliseconds, less than it takes to send them to another thread. */
const CANDIDATES_HERE_MAX = 1000;
/** Characters of about so many. */
const INPUT_HERE_MAX = 500_000;

/** Works at a loss that is held where deciding it holds no evaluation up, and is forgotten whatever comes of it. */
export async function withLoss<Value>(asked: AskedLoss, work: (loss: HeldLoss) => Promise<Value>): Promise<Value> {
  const loss = await holdLoss(asked);
  return forgottenAfter(loss, () => work(loss));
}

/** The same of a loss that was stored, by the canonical text of what its run read; with what the ledger said in it. */
export async function withStoredLoss<Value>(
  sets: StoredUnder,
  input: string,
  work: (loss: HeldLoss, facts: LedgerFacts) => Promise<Value>,
): Promise<Value> {
  const { loss, facts } = await holdStoredLoss(sets, input);
  return forgottenAfter(loss, () => work(loss, facts));
}

/** The set that a stored loss was decided under, as it is stored and compiled. */
interface StoredUnder {
  readonly policySet: PolicySet;
  readonly set: CompiledSet;
}

async function forgottenAfter<Value>(loss: HeldLoss, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } finally {
    await loss.forget();
  }
}

function holdLoss({ policySet, rules, question }: AskedLoss): Promise<HeldLoss> {
  if (question.candidates.length > CANDIDATES_HERE_MAX) return heldApart(policySet, question);
  return Promise.resolve(heldHere(rules, question));
}

function holdStoredLoss(
  { policySet, set }: StoredUnder,
  input: string,
): Promise<{ readonly loss: HeldLoss; readonly facts: LedgerFacts }> {
  if (input.length > INPUT_HERE_MAX) return storedApart(policySet, input);
  const { question, facts } = lossOfInput(input);
  return Promise.resolve({ loss: heldHere(lossRules(set, question), question), facts });
}
