import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type {
  AuditAct,
  FundDepositDecision,
  FundDepositRequest,
  FundDepositResource,
  FundListQuery,
} from '@backstop/contracts';
import { mayBeSecondPair } from '@backstop/core/access';
import { coefficientOf, equals, formatDecimal, parseDecimal, round } from '@backstop/core/num';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { personOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { UnitOfWork, type Answer, type Transaction } from '../persistence/unit-of-work.ts';
import { checkSameFund, DeclaredFundsService, type DeclaredFund } from './declared-funds.service.ts';
import { FundDepositRepository, type StoredDeposit } from './fund-deposit.repository.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import { amountOf, type StoredFund } from './stored-fund.ts';

/** Deposits and opening balances: one person asks, another decides, and only then is anything booked. */
@Injectable()
export class FundDepositsService {
  readonly #declared: DeclaredFundsService;
  readonly #deposits: FundDepositRepository;
  readonly #ledger: FundLedgerRepository;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(
    declared: DeclaredFundsService,
    deposits: FundDepositRepository,
    ledger: FundLedgerRepository,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#declared = declared;
    this.#deposits = deposits;
    this.#ledger = ledger;
    this.#work = work;
    this.#clock = clock;
  }

  /** Asks; nothing is booked by it. */
  async ask(
    request: FastifyRequest,
    id: string,
    { kind, body }: { readonly kind: StoredDeposit['kind']; readonly body: FundDepositRequest },
  ): Promise<Answer> {
    const { id: actor } = personOf(request);
    const declared = await this.#declared.find(id, this.#clock());
    const units = unitsOf(body.amount, declared.precision);
    if (kind === 'deposit') checkTakesDeposits(id, declared);
    return this.#work.answerOnce({ request, actor }, async (manager) => {
      const fund = await this.#ledger.lock(manager, { id, asset: declared.rules.asset, precision: declared.precision });
      checkSameFund(fund, declared);
      if (kind === 'opening') await this.#checkOpening(manager, fund);
      const askedAt = this.#clock();
      const asked = { id: randomUUID(), fund: id, kind, units, reason: body.reason, askedBy: actor, askedAt };
      const deposit = await this.#deposits.ask(manager, asked);
      await audit(manager, fund, deposit, { act: `fund_${kind}.asked`, actor, at: askedAt });
      return { status: 201, headers: {}, body: depositResource(deposit, fund) };
    });
  }

  /** Decides about a deposit of somebody else; what is approved is booked in the same transaction. */
  async decide(
    request: FastifyRequest,
    { id, deposit }: { readonly id: string; readonly deposit: string },
    { status, comment }: FundDepositDecision & { readonly status: 'approved' | 'rejected' },
  ): Promise<Answer> {
    const person = personOf(request);
    return this.#work.answerOnce({ request, actor: person.id }, async (manager) => {
      const known = await this.#ledger.find(id, manager);
      const fund = known === null ? null : await this.#ledger.lock(manager, known);
      const asked = await this.#deposits.lock(manager, id, deposit);
      if (fund === null || asked === null) {
        throw new ProblemError('fund_deposit_not_found', `${id.slice(0, 200)} has no deposit ${deposit.slice(0, 200)}`);
      }
      if (!mayBeSecondPair(person, [asked.askedBy])) {
        throw new ProblemError(
          'fund_deposit_must_be_decided_by_another',
          'who asked for a deposit never decides about it',
        );
      }
      if (asked.status !== 'asked') {
        throw new ProblemError('fund_deposit_must_be_undecided', `the deposit is ${asked.status} already`);
      }
      const at = this.#clock();
      const decided = await this.#deposits.decide(manager, asked, { status, by: person.id, at, comment });
      if (status === 'approved') {
        await this.#checkStillTaken(fund, asked.kind, at);
        await this.#book(manager, fund, decided, { at, recordedBy: person.id });
      }
      await audit(manager, fund, decided, { act: `fund_${asked.kind}.${status}`, actor: person.id, at });
      return { status: 200, headers: {}, body: depositResource(decided, fund) };
    });
  }

  /** Deposits of a compartment, the first first. */
  async list(id: string, { after, limit }: FundListQuery): Promise<LinkedPage<FundDepositResource>> {
    const fund = await this.#ledger.find(id);
    if (fund === null) {
      await this.#declared.find(id, this.#clock());
      return { rows: [], next: null };
    }
    const rows = await this.#deposits.page(id, after, limit + 1);
    return linkedPage(
      rows.map((row) => depositResource(row, fund)),
      limit,
    );
  }

  async #book(
    manager: Transaction,
    fund: StoredFund,
    { id, kind, units }: StoredDeposit,
    { at, recordedBy }: { readonly at: number; readonly recordedBy: string },
  ): Promise<void> {
    if (kind === 'opening' && fund.entries > 0) throw notEmpty(fund);
    const about = { contract: null, account: null };
    await this.#ledger.book(manager, { fund: fund.id, source: kind, units, reference: id, ...about, at, recordedBy });
  }

  /** What the policy said when it was asked for may hold no more when it is approved. */
  async #checkStillTaken(fund: StoredFund, kind: StoredDeposit['kind'], at: Instant): Promise<void> {
    const declared = await this.#declared.find(fund.id, at);
    checkSameFund(fund, declared);
    if (kind === 'deposit') checkTakesDeposits(fund.id, declared);
  }

  async #checkOpening(manager: Transaction, fund: StoredFund): Promise<void> {
    if (fund.entries > 0 || (await this.#deposits.hasOpening(manager, fund.id))) throw notEmpty(fund);
  }
}

function checkTakesDeposits(id: string, { rules }: DeclaredFund): void {
  if (rules.inflows.takesDeposits) return;
  throw new ProblemError('fund_must_take_deposits', `the policy lets nobody pay into ${id}`);
}

function notEmpty({ id }: StoredFund): ProblemError {
  return new ProblemError('fund_must_be_empty', `${id} has entries, or an opening balance that waits for its decision`);
}

/** Refuses an amount that is no whole number of units: nothing is rounded on its way into the ledger. */
function unitsOf(amount: string, precision: number): bigint {
  const value = parseDecimal(amount);
  const whole = value === null ? null : round(value, precision, 'floor');
  if (value !== null && whole !== null && equals(value, whole)) {
    return coefficientOf(whole) * 10n ** BigInt(precision - whole.scale);
  }
  const message = `the smallest unit of the asset has ${String(precision)} decimals`;
  throw refused([{ code: 'amount_must_be_whole_units', path: '/amount', message }]);
}

async function audit(
  manager: Transaction,
  fund: StoredFund,
  { id, units }: StoredDeposit,
  { act, actor, at }: { readonly act: AuditAct; readonly actor: string; readonly at: number },
): Promise<void> {
  const details = { deposit: id, asset: fund.asset, amount: formatDecimal(amountOf(units, fund)) };
  await appendAudit(manager, { at, actor, act, subject: `fund:${fund.id}`, before: null, after: null, details });
}

function depositResource(deposit: StoredDeposit, fund: StoredFund): FundDepositResource {
  const { units, askedAt, decidedAt, ...rest } = deposit;
  return {
    ...rest,
    amount: formatDecimal(amountOf(units, fund)),
    askedAt: formatInstant(askedAt),
    decidedAt: decidedAt === null ? null : formatInstant(decidedAt),
  };
}
