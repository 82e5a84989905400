import type { PolicySet } from '@backstop/core/policy';
import { builtModule, threadOf } from '../threads/thread.ts';
import type { HeldLoss } from './held-loss.ts';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';
import type { LossSteps, LossTask } from './loss-task.ts';

/** Sent at once, so that copying them holds evaluations up for a few milliseconds at most. */
const CANDIDATES_AT_ONCE = 1000;

const stepped: (task: LossTask) => Promise<unknown> = threadOf(builtModule('losses', 'loss-worker'));

let number = 0;

/**
 * Holds a loss beside the thread that decides about accounts, which goes on meanwhile. Rejects with what went wrong, and
 * nothing is held then.
 */
export async function heldApart(set: PolicySet, { candidates, ...question }: LossQuestion): Promise<HeldLoss> {
  const { loss } = await begun(async (step) => {
    await step('begin', { set, question });
    for (let start = 0; start < candidates.length; start += CANDIDATES_AT_ONCE) {
      await step('candidates', candidates.slice(start, start + CANDIDATES_AT_ONCE));
    }
  });
  return loss;
}

/** The same of a loss that was stored, by the text of what its run read; and what the ledger said in it. */
export async function storedApart(
  set: PolicySet,
  input: string,
): Promise<{ readonly loss: HeldLoss; readonly facts: LedgerFacts }> {
  const { loss, given } = await begun((step) => step('stored', { set, input }));
  return { loss, facts: given };
}

type Step = <Name extends keyof LossSteps>(step: Name, asked: LossSteps[Name][0]) => Promise<LossSteps[Name][1]>;

async function begun<Given>(
  begin: (step: Step) => Promise<Given>,
): Promise<{ readonly loss: HeldLoss; readonly given: Given }> {
  number += 1;
  const own = number;
  // Each step is answered with what `LossSteps` says that it gives.
  const step: Step = (name, asked) => stepped({ run: own, step: name, asked } as LossTask) as Promise<never>;
  const loss: HeldLoss = {
    toldHash: (told) => step('toldHash', told),
    decide: (facts) => step('decide', facts),
    standing: (facts, account) => step('standing', { facts, account }),
    rows: (after, limit) => step('rows', { after, limit }),
    forget: async () => {
      await step('forget', null);
    },
  };
  try {
    return { loss, given: await begin(step) };
  } catch (error) {
    await loss.forget();
    throw error;
  }
}
