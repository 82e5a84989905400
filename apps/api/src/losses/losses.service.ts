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
import { checkAsAsked } from './check-as-asked.ts';
import type { DecidedLoss } from './decide-loss.ts';
import { toldHash, type HeldLoss } from './held-loss.ts';
import { withLoss } from './hold-loss.ts';
import type { LossAllocation } from './loss-allocations.ts';
import { lossBody } from './loss-body.ts';
import { ledgerText } from './loss-input.ts';
import { LossLedgerService, unitsOf } from './loss-ledger.service.ts';
import type { LossQuestion } from './loss-question.ts';
import { LossQuestionsService, type AskedLoss } from './loss-questions.service.ts';
import { lossResource, triedAnswer } from './loss-resource.ts';
import type { LossRules } from './loss-run.ts';
import { LossRepository, type StoredLoss } from './loss.repository.ts';
import { readLoss, type ReadLoss } from './read-loss.ts';
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
    return withLoss(asked, (loss) => this.#runHeld(request, isDryRun, { read, asked, loss, actor }));
  }

  async #runHeld(request: FastifyRequest, isDryRun: boolean, { read, asked, loss, actor }: AskedRun): Promise<Answer> {
    const { rules, question } = asked;
    // The long part holds nobody up: what is decided here is taken where the ledger still says the same.
    const now = this.#clock();
    const { account } = question.event;
    const markPrice = decimalOf(question.event.markPrice);
    const seen = await this.#work.look((manager) => this.#ledger.seen(manager, rules, { account, now, markPrice }));
    const ahead = { decided: await loss.decide(seen), ledger: ledgerText(seen) };
    const work = (manager: Transaction): Promise<Answer> => this.#pay(manager, { asked, loss, actor, ahead });
    if (isDryRun) return triedAnswer(await undone(this.#work, work));
    // The instant that the service fills in is no part of what was asked, nor is what a book of that name comes to by now.
    const told = { event: question.event, at: read.event.at === undefined ? 0 : question.at };
    const content = asked.book === null ? await loss.toldHash(told) : toldHash(told, read.candidates);
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

  async #pay(manager: Transaction, paid: Paid): Promise<Answer> {
    await this.#losses.lock(manager);
    const { asked } = paid;
    const question = await this.#questions.held(asked, manager);
    if (question === asked.question) return this.#payHeld(manager, paid);
    const anew = { ...asked, question };
    return withLoss(anew, (loss) => this.#payHeld(manager, { ...paid, asked: anew, loss, ahead: null }));
  }

  async #payHeld(manager: Transaction, { asked, loss, actor, ahead }: Paid): Promise<Answer> {
    const { rules, question } = asked;
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
    const decided = ahead !== null && ledgerText(facts) === ahead.ledger ? ahead.decided : await loss.decide(facts);
    const id = randomUUID();
    const stored = await this.#store(manager, decided, { id, rules, question, actor, now });
    await this.#losses.addAllocations(manager, id, loss.rows);
    const draw = { lossId: id, contract: rules.contract.contract, account, now, recordedBy: actor };
    await this.#ledger.draw(manager, decided.layers, rules, draw);
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
    return { status: 201, headers, body: lossResource(stored, await loss.rows(0, ALLOCATIONS_SHOWN)) };
  }

  async #store(
    manager: Transaction,
    { outcome, layers, uncovered, input }: DecidedLoss,
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
      uncovered: unitsOf(uncovered, precision),
      layers: layers.map(({ type, amount }) => {
        const borne = type === 'adl' ? rules.settlement : rules.asset;
        return { layer: type, asset: borne.asset, units: unitsOf(amount, borne.precision) };
      }),
    });
  }

  async #find(id: string): Promise<StoredLoss> {
    const stored = await this.#losses.find(id);
    if (stored !== null) return stored;
    throw new ProblemError('loss_not_found', `there is no loss ${id.slice(0, 200)}`);
  }
}

interface AskedRun {
  readonly read: ReadLoss;
  readonly asked: AskedLoss;
  readonly loss: HeldLoss;
  readonly actor: string;
}

interface Paid extends Omit<AskedRun, 'read'> {
  /** What came of it by the ledger as it was seen; null where it was not decided yet. */
  readonly ahead: { readonly decided: DecidedLoss; readonly ledger: string } | null;
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
