import { Injectable } from '@nestjs/common';
import type { CompiledSet } from '@backstop/core/evaluation';
import type { PolicySet } from '@backstop/core/policy';
import { sha256 } from '../persistence/sha256.ts';
import type { HeldLoss } from './held-loss.ts';
import { withStoredLoss } from './hold-loss.ts';
import type { LossAllocation } from './loss-allocations.ts';
import type { LedgerFacts } from './loss-question.ts';
import { LossRepository } from './loss.repository.ts';

/** What the log says of a loss. */
export interface LoggedLoss {
  readonly loss: string;
  readonly inputHash: string;
  readonly decisionDigest: string;
}

/** What a loss comes to once more, and what of it is stored otherwise. */
export interface ReplayedLoss {
  /** JSON; null where there is nothing to run. */
  readonly outcome: string | null;
  readonly fault: {
    readonly code: 'loss_must_be_what_was_logged' | 'input_must_match_its_hash' | 'allocation_must_be_what_was_decided';
    readonly message: string;
  } | null;
}

const ROWS_AT_ONCE = 1000;

/** Runs a loss that is stored once more, on what the run read then. Nothing is written, and no ledger is asked. */
@Injectable()
export class LossReplayService {
  readonly #losses: LossRepository;

  constructor(losses: LossRepository) {
    this.#losses = losses;
  }

  async replay(
    { loss, inputHash, decisionDigest }: LoggedLoss,
    sets: { readonly policySet: PolicySet; readonly set: CompiledSet },
  ): Promise<ReplayedLoss> {
    const stored = await this.#losses.findRun(loss);
    if (stored === null || sha256(stored.outcome) !== decisionDigest) {
      const message =
        stored === null ? 'the loss is not stored any more' : 'the loss is stored otherwise than it was logged';
      return { outcome: null, fault: { code: 'loss_must_be_what_was_logged', message } };
    }
    if (sha256(stored.input) !== inputHash) {
      const message = 'what the run read is stored otherwise than it was logged';
      return { outcome: null, fault: { code: 'input_must_match_its_hash', message } };
    }
    return withStoredLoss(sets, stored.input, (held, facts) => this.#rerun(loss, held, facts));
  }

  async #rerun(loss: string, held: HeldLoss, facts: LedgerFacts): Promise<ReplayedLoss> {
    const { outcome } = await held.decide(facts);
    const text = JSON.stringify(outcome);
    const other = await this.#firstOther(loss, held);
    if (other === null) return { outcome: text, fault: null };
    const message = `row ${String(other)} of who bears the loss is stored otherwise than it was decided`;
    return { outcome: text, fault: { code: 'allocation_must_be_what_was_decided', message } };
  }

  /** The first row of the stored list that is not the one that was decided; null where all are. */
  async #firstOther(loss: string, held: HeldLoss): Promise<number | null> {
    for (let after = 0; ; after += ROWS_AT_ONCE) {
      const stored = await this.#losses.allocations(loss, after, ROWS_AT_ONCE);
      const asDecided = await held.rows(after, ROWS_AT_ONCE);
      for (let place = 0; place < Math.max(stored.length, asDecided.length); place += 1) {
        if (rowText(stored[place]) !== rowText(asDecided[place])) return after + place + 1;
      }
      if (stored.length < ROWS_AT_ONCE && asDecided.length < ROWS_AT_ONCE) return null;
    }
  }
}

function rowText(row: LossAllocation | undefined): string {
  if (row === undefined) return '';
  const { sequence, layer, account, units, amount, proof } = row;
  return JSON.stringify([sequence, layer, account, units, amount, proof]);
}
