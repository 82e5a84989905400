import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  pathOf,
  paths,
  type AskedLossResource,
  type LossListQuery,
  type LossResource,
  type LossRowsQuery,
} from '@backstop/contracts';
import { isGranted } from '@backstop/core/access';
import { decimalOf } from '@backstop/core/policy';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { actorOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { appendDecisions } from '../decisions/decision-log.repository.ts';
import { csvCell } from '../http/csv-cell.ts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import { ProblemError } from '../http/problem-error.ts';
import { undone } from '../persistence/undone.ts';
import { UnitOfWork, type Answer, type Transaction } from '../persistence/unit-of-work.ts';
import { sha256 } from '../persistence/sha256.ts';
import { checkAsAsked } from './check-as-asked.ts';
import { decideLoss, type DecidedLoss, type LossOutcome } from './decide-loss.ts';
import type { LossAllocation } from './loss-allocations.ts';
import { lossBody } from './loss-body.ts';
import { ledgerText, lossInput } from './loss-input.ts';
import { LossLedgerService, unitsOf } from './loss-ledger.service.ts';
import type { LossQuestion } from './loss-question.ts';
import { LossQuestionsService, type AskedLoss } from './loss-questions.service.ts';
import type { LossRules } from './loss-run.ts';
import { LossRepository, type StoredLoss } from './loss.repository.ts';
import { readLoss } from './read-loss.ts';
import { ReceivablesService } from './receivables.service.ts';

/** Rows of who bears what that an answer itself holds. */
const ALLOCATIONS_SHOWN = 100;

/** Losses through the waterfall: tried, or paid. */
@Injectable()
export class LossesService {
  readonly #questions: LossQuestionsService;
  readonly #ledger: LossLedgerService;
  readonly #losses: LossRepository;
  readonly #receivables: ReceivablesService;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(
    questions: LossQuestionsService,
    ledger: LossLedgerService,
    losses: LossRepository,
    receivables: ReceivablesService,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#questions = questions;
    this.#ledger = ledger;
    this.#losses = losses;
    this.#receivables = receivables;
    this.#work = work;
    this.#clock = clock;
  }

  /**
   * Runs a loss in one transaction: the compartment is taken, the waterfall run, the loss stored and logged, the fund's draw booked. A dry
   * run goes the very same way and undoes it.
   */
  async run(request: FastifyRequest, isDryRun: boolean): Promise<Answer> {
    const who = actorOf(request);
    if (!isDryRun && request.headers['idempotency-key'] === undefined) {
      throw new ProblemError('idempotency_key_required', 'a loss is recorded under a key, so that it is paid once');
    }
    if (!isDryRun && !isGranted(who, 'loss:write')) {
      throw new ProblemError('permission_denied', 'recording a loss takes `loss:write`; `dryRun=true` tries it');
    }
    const actor = who.kind === 'key' ? `key:${who.id}` : who.id;
    const read = await readLoss(request);
    const asked = await this.#questions.of(read);
    const { rules, question } = asked;
    // The long part holds nobody up: what is decided here is taken where the ledger still says the same.
    const now = this.#clock();
    const { account } = question.event;
    const markPrice = decimalOf(question.event.markPrice);
    const seen = await this.#work.look((manager) => this.#ledger.seen(manager, rules, { account, now, markPrice }));
    const ahead = { decided: decideLoss(rules, question, seen), ledger: ledgerText(seen) };
    const work = (manager: Transaction): Promise<Answer> => this.#pay(manager, { asked, actor, ahead });
    if (isDryRun) return tried(await undone(this.#work, work));
    // The instant that the service fills in is no part of what was asked, nor is what a book of that name comes to by now.
    const told = { event: question.event, at: read.event.at === undefined ? 0 : question.at };
    const content = sha256(
      lossInput({ ...told, candidates: read.candidates, notJudged: 0, chargedBefore: 0 }, NO_LEDGER),
    );
    return this.#work.answerOnce({ request, actor, content }, (manager) => {
      // A key that was answered is answered again, however old its loss is by now.
      checkRecordable(question, this.#clock());
      return work(manager);
    });
  }

  async list({ after, limit, order }: LossListQuery): Promise<LinkedPage<LossResource>> {
    const rows = (await this.#losses.page(after, limit + 1, order)).map((row) => lossResource(row, []));
    const { rows: page, next } = linkedPage(
      rows.map((row) => ({ ...row, sequence: row.sequence ?? 0 })),
      limit,
    );
    return { rows: page, next };
  }

  /** What liquidations asked for and nobody has recorded yet. */
  async asked({ after, limit }: LossRowsQuery): Promise<LinkedPage<AskedLossResource>> {
    const rows = (await this.#losses.askedFor(after, limit + 1)).map((row) => ({
      ...row,
      askedAt: formatInstant(row.askedAt),
      event: JSON.parse(row.event) as AskedLossResource['event'],
    }));
    return linkedPage(rows, limit);
  }

  async find(id: string): Promise<LossResource> {
    const stored = await this.#find(id);
    return lossResource(stored, await this.#losses.allocations(stored.id, 0, ALLOCATIONS_SHOWN));
  }

  async allocations(id: string, { after, limit }: LossRowsQuery): Promise<LinkedPage<LossAllocation>> {
    const { id: known } = await this.#find(id);
    return linkedPage(await this.#losses.allocations(known, after, limit + 1), limit);
  }

  /** The whole list as CSV, page by page; refused before the first line where there is no such loss. */
  async csv(id: string): Promise<AsyncGenerator<string>> {
    const { id: known } = await this.#find(id);
    return csvOf((after) => this.#losses.allocations(known, after, CSV_ROWS_AT_ONCE));
  }

  async #pay(manager: Transaction, { asked, actor, ahead }: Paid): Promise<Answer> {
    await this.#losses.lock(manager);
    const { rules } = asked;
    const question = await this.#questions.held(asked, manager);
    const now = this.#clock();
    const { account, eventId } = question.event;
    const first = eventId === undefined ? null : await this.#losses.ofEvent(manager, eventId);
    if (first !== null) {
      const detail = `the loss of event ${String(eventId)} is ${first.id}`;
      throw new ProblemError('loss_event_must_be_recorded_once', detail);
    }
    if (eventId !== undefined) checkAsAsked(question.event, await this.#losses.askedAs(manager, eventId));
    const facts = await this.#ledger.facts(manager, rules, {
      account,
      now,
      markPrice: decimalOf(question.event.markPrice),
    });
    const isAsSeen = question === asked.question && ledgerText(facts) === ahead.ledger;
    const decided = isAsSeen ? ahead.decided : decideLoss(rules, question, facts);
    const id = randomUUID();
    const stored = await this.#store(manager, decided, { id, rules, question, actor, now });
    const draw = { lossId: id, contract: rules.contract.contract, account, now, recordedBy: actor };
    await this.#ledger.draw(manager, decided.run, rules, draw);
    // Once paid, the switch is judged again, so that whoever looks at the fund sees where it stands now.
    await this.#ledger.facts(manager, rules, {
      account,
      now,
      markPrice: decimalOf(question.event.markPrice),
    });
    await this.#receivables.owe(manager, decided.outcome, { precision: rules.asset.precision, lossId: id, actor, now });
    await appendDecisions(manager, [lossBody({ id, outcome: decided.outcome, actor, now })]);
    await appendAudit(manager, {
      at: now,
      actor,
      act: 'loss.recorded',
      subject: `loss:${id}`,
      before: null,
      after: decided.outcome.digest,
      details: { account, decisionId: decided.outcome.decisionId, uncovered: decided.outcome.uncovered },
    });
    const headers = { location: pathOf(paths.loss, { id }) };
    return { status: 201, headers, body: lossResource(stored, decided.allocations.slice(0, ALLOCATIONS_SHOWN)) };
  }

  async #store(
    manager: Transaction,
    { outcome, run, allocations, input }: DecidedLoss,
    {
      id,
      rules,
      question,
      actor,
      now,
    }: { id: string; rules: LossRules; question: LossQuestion; actor: string; now: Instant },
  ): Promise<StoredLoss> {
    const { asset, precision } = rules.asset;
    return this.#losses.add(manager, {
      eventId: question.event.eventId ?? null,
      ...{ id, at: question.at, recordedAt: now, recordedBy: actor, outcome: JSON.stringify(outcome) },
      ...{ account: outcome.account, contract: outcome.contract, policySet: outcome.policySet.hash, input },
      ...{ inputHash: outcome.inputHash, decisionId: outcome.decisionId, digest: outcome.digest, asset, precision },
      uncovered: unitsOf(run.uncovered, precision),
      layers: run.layers.map((layer) =>
        layer.type === 'adl'
          ? {
              layer: layer.type,
              asset: rules.settlement.asset,
              units: unitsOf(layer.absorbed, rules.settlement.precision),
            }
          : { layer: layer.type, asset, units: unitsOf(layer.drawn, precision) },
      ),
      allocations,
    });
  }

  async #find(id: string): Promise<StoredLoss> {
    const stored = await this.#losses.find(id);
    if (stored !== null) return stored;
    throw new ProblemError('loss_not_found', `there is no loss ${id.slice(0, 200)}`);
  }
}

interface Paid {
  readonly asked: AskedLoss;
  readonly actor: string;
  readonly ahead: { readonly decided: DecidedLoss; readonly ledger: string };
}

/** A loss may be told late, but not under policies of long ago. */
const AGE_MAX_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;

function checkRecordable({ event, at }: LossQuestion, now: Instant): void {
  if (event.eventId === undefined) {
    const detail = '`eventId` is your own id of the event, under which its loss is paid once, whatever the key';
    throw new ProblemError('loss_event_id_required', detail);
  }
  if (now - at > AGE_MAX_DAYS * DAY_MILLISECONDS) {
    const detail = `\`at\` lies more than ${String(AGE_MAX_DAYS)} days back; a dry run may ask about it`;
    throw new ProblemError('loss_must_not_be_old', detail);
  }
}

const NO_LEDGER = { fund: null, drawnInPeriod: new Map() } as const;

const CSV_ROWS_AT_ONCE = 1000;

async function* csvOf(rowsAfter: (after: number) => Promise<readonly LossAllocation[]>): AsyncGenerator<string> {
  yield 'sequence,layer,id,units,amount,proof\n';
  for (let after = 0; ;) {
    const rows = await rowsAfter(after);
    yield rows
      .map(({ sequence, layer, account, units, amount, proof }) =>
        [sequence, layer, csvCell(account), units, amount, csvCell(JSON.stringify(proof))].join(','),
      )
      .map((line) => `${line}\n`)
      .join('');
    if (rows.length < CSV_ROWS_AT_ONCE) return;
    after = rows.at(-1)?.sequence ?? 0;
  }
}

/** The answer of a run that nothing stayed of. */
function tried({ body }: Answer): Answer {
  const { id: _id, sequence: _sequence, ...rest } = body as LossResource;
  return { status: 200, headers: {}, body: { id: null, sequence: null, ...rest } };
}

function lossResource(
  { id, sequence, recordedAt, recordedBy, outcome }: StoredLoss,
  allocations: readonly LossAllocation[],
): LossResource {
  const told = JSON.parse(outcome) as LossOutcome;
  const { at, ...rest } = told;
  return {
    id,
    sequence,
    at,
    recordedAt: formatInstant(recordedAt),
    recordedBy,
    ...rest,
    allocations: [...allocations],
  };
}
