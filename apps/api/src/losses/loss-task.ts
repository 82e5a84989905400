import type { LossStanding } from '@backstop/contracts';
import type { PolicySet } from '@backstop/core/policy';
import type { Candidate } from '@backstop/core/waterfall';
import { compiledApart } from '../evaluation/compiled-apart.ts';
import { runsOf } from '../threads/runs.ts';
import type { DecidedLoss } from './decide-loss.ts';
import { heldHere, type HeldLoss, type ToldLoss } from './held-loss.ts';
import type { LossAllocation } from './loss-allocations.ts';
import { lossOfInput } from './loss-of-input.ts';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';
import { lossRules } from './loss-run.ts';

/** What a step takes, and what it gives. */
export interface LossSteps {
  /** A set that passes its checks, and a loss whose candidates are still to come. */
  readonly begin: readonly [asked: { readonly set: PolicySet; readonly question: EmptyQuestion }, given: null];
  readonly candidates: readonly [asked: readonly Candidate[], given: null];
  /** A loss as its run was stored, whole. */
  readonly stored: readonly [asked: { readonly set: PolicySet; readonly input: string }, given: LedgerFacts];
  readonly toldHash: readonly [asked: ToldLoss, given: string];
  readonly decide: readonly [asked: LedgerFacts, given: DecidedLoss];
  readonly standing: readonly [asked: { readonly facts: LedgerFacts; readonly account: string }, given: LossStanding];
  readonly rows: readonly [asked: { readonly after: number; readonly limit: number }, given: readonly LossAllocation[]];
  readonly forget: readonly [asked: null, given: null];
}

/** A step of one loss among several that are held side by side. */
export type LossTask = {
  readonly [Step in keyof LossSteps]: {
    readonly run: number;
    readonly step: Step;
    readonly asked: LossSteps[Step][0];
  };
}[keyof LossSteps];

export type EmptyQuestion = Omit<LossQuestion, 'candidates'>;

interface Held {
  readonly candidates: Candidate[];
  readonly loss: HeldLoss;
}

/** Those that are begun and not forgotten. */
const losses = runsOf<Held>('the loss');

/** Goes a step. */
export function lossStep(task: LossTask): Promise<LossSteps[keyof LossSteps][1]> {
  const { run } = task;
  switch (task.step) {
    case 'begin': {
      const { set, question } = task.asked;
      const candidates: Candidate[] = [];
      const loss = heldHere(lossRules(compiledApart(set), question), { ...question, candidates });
      losses.begin(run, { candidates, loss });
      return Promise.resolve(null);
    }
    case 'candidates':
      for (const candidate of task.asked) losses.known(run).candidates.push(candidate);
      return Promise.resolve(null);
    case 'stored': {
      const { set, input } = task.asked;
      const { question, facts } = lossOfInput(input);
      losses.begin(run, { candidates: [], loss: heldHere(lossRules(compiledApart(set), question), question) });
      return Promise.resolve(facts);
    }
    case 'toldHash':
      return losses.known(run).loss.toldHash(task.asked);
    case 'decide':
      return losses.known(run).loss.decide(task.asked);
    case 'standing':
      return losses.known(run).loss.standing(task.asked.facts, task.asked.account);
    case 'rows':
      return losses.known(run).loss.rows(task.asked.after, task.asked.limit);
    case 'forget':
      losses.forget(run);
      return Promise.resolve(null);
  }
}
