import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { LossStanding } from '@backstop/contracts';
import { decimalOf } from '@backstop/core/policy';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { undone } from '../persistence/undone.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { withLoss } from './hold-loss.ts';
import { LossLedgerService } from './loss-ledger.service.ts';
import { LossQuestionsService } from './loss-questions.service.ts';
import { readLoss } from './read-loss.ts';

/** What a trader may ask before anybody goes under: where an account stands, and from where on a loss touches it. */
@Injectable()
export class StandingService {
  readonly #questions: LossQuestionsService;
  readonly #ledger: LossLedgerService;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(
    questions: LossQuestionsService,
    ledger: LossLedgerService,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#questions = questions;
    this.#ledger = ledger;
    this.#work = work;
    this.#clock = clock;
  }

  /** The standing of an account among the candidates of a loss that a body describes. Nothing is stored. */
  async standing(request: FastifyRequest, account: string): Promise<LossStanding> {
    const asked = await this.#questions.of(await readLoss(request));
    const { account: loser, markPrice } = asked.question.event;
    const moment = { account: loser, now: this.#clock(), markPrice: decimalOf(markPrice) };
    const facts = await undone(this.#work, (manager) => this.#ledger.facts(manager, asked.rules, moment));
    return withLoss(asked, (loss) => loss.standing(facts, account));
  }
}
