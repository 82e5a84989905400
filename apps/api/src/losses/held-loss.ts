import type { LossEventRequest, LossStanding } from '@backstop/contracts';
import type { Instant } from '@backstop/core/venue';
import type { Candidate } from '@backstop/core/waterfall';
import { sha256 } from '../persistence/sha256.ts';
import { decideLoss, type DecidedLoss } from './decide-loss.ts';
import type { LossAllocation } from './loss-allocations.ts';
import { lossInput } from './loss-input.ts';
import type { LedgerFacts, LossQuestion } from './loss-question.ts';
import type { LossRules } from './loss-run.ts';
import { standingOf } from './standing-of.ts';

/** A loss with its candidates, held where it is decided: beside this thread where they are many. */
export interface HeldLoss {
  /** SHA-256 of what was told: its candidates with an event, whatever a ledger says. */
  readonly toldHash: (told: ToldLoss) => Promise<string>;
  readonly decide: (facts: LedgerFacts) => Promise<DecidedLoss>;
  /** Where an account stands among its candidates, and from where on a loss touches it. */
  readonly standing: (facts: LedgerFacts, account: string) => Promise<LossStanding>;
  /** Rows of who bears what by the last decision, after a sequence, in order. */
  readonly rows: (after: number, limit: number) => Promise<readonly LossAllocation[]>;
  /** Whatever comes of it, it is held no longer. */
  readonly forget: () => Promise<void>;
}

/** What a caller itself says of a loss. */
export interface ToldLoss {
  readonly event: LossEventRequest;
  /** 0 where the service fills it in. */
  readonly at: Instant;
}

/** Held in this very thread. */
export function heldHere(rules: LossRules, question: LossQuestion): HeldLoss {
  let decided: readonly LossAllocation[] = [];
  return {
    toldHash: (told) => Promise.resolve(toldHash(told, question.candidates)),
    decide: (facts) => {
      const { allocations, ...rest } = decideLoss(rules, question, facts);
      decided = allocations;
      return Promise.resolve(rest);
    },
    standing: (facts, account) => Promise.resolve(standingOf(rules, question, facts, account)),
    rows: (after, limit) => Promise.resolve(decided.slice(after, after + limit)),
    forget: () => Promise.resolve(),
  };
}

const NO_LEDGER = { fund: null, drawnInPeriod: new Map() } as const;

/** SHA-256 of an event with the candidates that came with it. */
export function toldHash(told: ToldLoss, candidates: readonly Candidate[]): string {
  return sha256(lossInput({ ...told, candidates, notJudged: 0, chargedBefore: 0 }, NO_LEDGER));
}
