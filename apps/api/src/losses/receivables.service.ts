import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ReceivableEntryResource, ReceivableListQuery, ReceivablePayment } from '@backstop/contracts';
import { coefficientOf, decimal, formatDecimal, InvariantError, parseDecimal } from '@backstop/core/num';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { actorOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { UnitOfWork, type Answer, type Transaction } from '../persistence/unit-of-work.ts';
import type { LossOutcome } from './decide-loss.ts';
import { ReceivableRepository, type StoredReceivableEntry } from './receivable.repository.ts';

/** A deficit as it is recorded. */
interface OwedLoss {
  readonly precision: number;
  readonly lossId: string;
  /** A person's id or `key:<id>`. */
  readonly actor: string;
  readonly now: Instant;
}

/** What accounts without protection owe, and what they pay of it. */
@Injectable()
export class ReceivablesService {
  readonly #receivables: ReceivableRepository;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(receivables: ReceivableRepository, work: UnitOfWork, @Inject(CLOCK) clock: Clock) {
    this.#receivables = receivables;
    this.#work = work;
    this.#clock = clock;
  }

  /** Books what the account itself owes of a deficit; nothing where others bear it. */
  async owe(manager: Transaction, outcome: LossOutcome, { precision, lossId, actor, now }: OwedLoss): Promise<void> {
    const { owed, deficit, account } = outcome;
    if (deficit === null || owed === '0') return;
    const units = wholeUnits(owed, precision);
    const { asset } = deficit;
    const own = await this.#receivables.lock(manager, { account, asset, precision });
    if (own.precision !== precision) throw new InvariantError('a receivable is in other units than its asset');
    await this.#receivables.book(manager, {
      ...{ account, asset, precision, at: now, source: 'loss', units, reference: lossId, recordedBy: actor },
    });
  }

  /** Books what an account pays of what it owes; never more than that. */
  async pay(request: FastifyRequest, payment: ReceivablePayment): Promise<Answer> {
    const who = actorOf(request);
    const actor = who.kind === 'key' ? `key:${who.id}` : who.id;
    return this.#work.answerOnce({ request, actor }, async (manager) => {
      const entry = await this.#book(manager, payment, actor);
      await appendAudit(manager, {
        ...{ at: entry.at, actor, act: 'receivable.paid', subject: `account:${entry.account}` },
        ...{ before: null, after: null, details: { ...payment, owed: entryResource(entry).owed } },
      });
      return { status: 201, headers: {}, body: entryResource(entry) };
    });
  }

  async list({ account, after, limit }: ReceivableListQuery): Promise<LinkedPage<ReceivableEntryResource>> {
    const { rows, next } = linkedPage(await this.#receivables.page(account ?? null, after, limit + 1), limit);
    return { rows: rows.map(entryResource), next };
  }

  async #book(
    manager: Transaction,
    { account, asset, amount, reference }: ReceivablePayment,
    actor: string,
  ): Promise<StoredReceivableEntry> {
    const own = await this.#receivables.find(manager, account, asset);
    if (await this.#receivables.wasPaid(manager, reference)) {
      throw new ProblemError('payment_must_be_booked_once', `the payment ${reference} was booked already`);
    }
    const units = own === null ? 0n : wholeUnits(amount, own.precision);
    if (own === null || units > own.units) {
      const owed = own === null ? '0' : formatDecimal(decimal(own.units, own.precision));
      throw new ProblemError('payment_must_not_exceed_what_is_owed', `${account} owes ${owed} ${asset}`);
    }
    return this.#receivables.book(manager, {
      ...{ account, asset, precision: own.precision, at: this.#clock(), source: 'payment', units, reference },
      recordedBy: actor,
    });
  }
}

/** An amount in smallest units, of which it must be a whole number. */
function wholeUnits(text: string, precision: number): bigint {
  const amount = parseDecimal(text);
  if (amount === null) throw new InvariantError('an amount that was read is no decimal');
  if (amount.scale <= precision) return coefficientOf(amount) * 10n ** BigInt(precision - amount.scale);
  const message = `the smallest unit of the asset has ${String(precision)} decimals`;
  throw refused([{ code: 'amount_must_be_whole_units', path: '/amount', message }]);
}

function entryResource(entry: StoredReceivableEntry): ReceivableEntryResource {
  const { sequence, account, asset, precision, source, reference, recordedBy } = entry;
  return {
    ...{ sequence, account, asset, source, reference, recordedBy },
    at: formatInstant(entry.at),
    amount: formatDecimal(decimal(entry.units, precision)),
    owed: formatDecimal(decimal(entry.owed, precision)),
  };
}
