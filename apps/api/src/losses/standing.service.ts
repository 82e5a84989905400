import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { LossStanding } from '@backstop/contracts';
import { formatDecimal, formatDecimalOrNull } from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import {
  adlWhatIf,
  scoreContext,
  touchedFromDeficit,
  type AdlWhatIf,
  type WaterfallRun,
} from '@backstop/core/waterfall';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { undone } from '../persistence/undone.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { LossLedgerService } from './loss-ledger.service.ts';
import { LossQuestionsService } from './loss-questions.service.ts';
import { waterfallRun, type LossRules } from './loss-run.ts';
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
    const { rules, question } = await this.#questions.of(await readLoss(request));
    const { account: loser, markPrice } = question.event;
    const moment = { account: loser, now: this.#clock(), markPrice: decimalOf(markPrice) };
    const facts = await undone(this.#work, (manager) => this.#ledger.facts(manager, rules, moment));
    const run = waterfallRun(rules, question, facts);
    return {
      account,
      isCandidate: question.candidates.some(({ id }) => id === account),
      adl: adlOf(run, rules, account).map(positionResource),
      deficit: {
        asset: rules.asset.asset,
        touchedFrom: formatDecimalOrNull(touchedFromDeficit(run, rules.asset.asset, account)),
      },
    };
  }
}

/** By position; none where no layer closes anybody, or nothing is open. */
function adlOf(run: WaterfallRun, { settlement }: LossRules, account: string): AdlWhatIf[] {
  const { event, candidates } = run;
  const { openPosition } = event;
  const layer = run.rules.layers.find(({ type }) => type === 'adl');
  if (layer?.type !== 'adl' || openPosition === null) return [];
  return adlWhatIf({ layer, event, openPosition, candidates, context: scoreContext(event, settlement) }, account);
}

function positionResource({ standing, touchedFromSize, outAtLeverage }: AdlWhatIf): LossStanding['adl'][number] {
  const { scope, rank, quintile, lotsBefore, lotsMax } = standing;
  return {
    ...{ scope, rank, quintile, lotsBefore: String(lotsBefore), lotsMax: String(lotsMax) },
    touchedFromSize: formatDecimal(touchedFromSize),
    outAtLeverage: formatDecimalOrNull(outAtLeverage),
  };
}
