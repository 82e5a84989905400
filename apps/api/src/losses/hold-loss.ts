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

/** Holds a loss where deciding it holds no evaluation up. Whoever holds it forgets it. */
export function holdLoss({ policySet, rules, question }: AskedLoss): Promise<HeldLoss> {
  if (question.candidates.length > CANDIDATES_HERE_MAX) return heldApart(policySet, question);
  return Promise.resolve(heldHere(rules, question));
}

/** The same of a loss that was stored, by the canonical text of what its run read; and what the ledger said in it. */
export function holdStoredLoss(
  { policySet, set }: { readonly policySet: PolicySet; readonly set: CompiledSet },
  input: string,
): Promise<{ readonly loss: HeldLoss; readonly facts: LedgerFacts }> {
  if (input.length > INPUT_HERE_MAX) return storedApart(policySet, input);
  const { question, facts } = lossOfInput(input);
  return Promise.resolve({ loss: heldHere(lossRules(set, question), question), facts });
}
