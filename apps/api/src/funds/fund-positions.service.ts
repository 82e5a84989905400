import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  parseMarket,
  type FundAccountResource,
  type FundFillRequest,
  type FundFillResource,
  type FundPositionResource,
} from '@backstop/contracts';
import { evaluate } from '@backstop/core/evaluation';
import {
  absolute,
  add,
  equals,
  formatDecimal,
  greaterThan,
  isPositive,
  isZero,
  lessOrEqual,
  negate,
  sign,
  subtract,
  sum,
  ZERO,
} from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { formatInstant, type Contract } from '@backstop/core/venue';
import { fundAccount, takeIntoFund, unrealizedOfFund, type FundPosition } from '@backstop/core/waterfall';
import { actorOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { EvaluationService } from '../evaluation/evaluation.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import { UnitOfWork, type Answer, type Transaction } from '../persistence/unit-of-work.ts';
import { checkWholeLots } from './check-whole-lots.ts';
import { checkSameFund, DeclaredFundsService } from './declared-funds.service.ts';
import { FundLedgerRepository } from './fund-ledger.repository.ts';
import { FundPnlService } from './fund-pnl.service.ts';
import { FundPositionRepository, type StoredFundPosition } from './fund-position.repository.ts';
import { amountOf } from './stored-fund.ts';

/** The fund's own account: positions that it took over, what they are worth, and their sale. */
@Injectable()
export class FundPositionsService {
  readonly #declared: DeclaredFundsService;
  readonly #ledger: FundLedgerRepository;
  readonly #positions: FundPositionRepository;
  readonly #pnl: FundPnlService;
  readonly #evaluation: EvaluationService;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(
    declared: DeclaredFundsService,
    ledger: FundLedgerRepository,
    positions: FundPositionRepository,
    pnl: FundPnlService,
    evaluation: EvaluationService,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#declared = declared;
    this.#ledger = ledger;
    this.#positions = positions;
    this.#pnl = pnl;
    this.#evaluation = evaluation;
    this.#work = work;
    this.#clock = clock;
  }

  /** By contract; those that were sold again stay with a size of 0. */
  async list(id: string): Promise<readonly FundPositionResource[]> {
    await this.#known(id);
    return (await this.#positions.all(id)).map(positionResource);
  }

  /** Books a sale: what it gains flows in, what it loses is drawn, and what the compartment cannot pay is told. */
  async sell(request: FastifyRequest, id: string, fill: FundFillRequest): Promise<Answer> {
    const who = actorOf(request);
    const actor = who.kind === 'key' ? `key:${who.id}` : who.id;
    const declared = (await this.#declared.at(this.#clock())).get(id) ?? null;
    const contract = await this.#contract(fill.contract);
    return this.#work.answerOnce({ request, actor }, async (manager) => {
      // What it holds is sold even where no policy declares the compartment any more.
      const [fund] = await this.#ledger.lockAll(manager, [id]);
      if (fund === undefined) throw new ProblemError('fund_not_found', `${id.slice(0, 200)} holds nothing`);
      if (declared !== null) checkSameFund(fund, declared);
      const { precision } = fund;
      const known = await this.#positions.answerOf(manager, id, fill.contract, fill.fillId);
      if (known !== null) return again(JSON.parse(known) as FundFillResource, fill);
      const held = await this.#positions.find(manager, id, fill.contract);
      const size = decimalOf(fill.size);
      if (held === null || sign(held.size) !== -sign(size) || greaterThan(absolute(size), absolute(held.size))) {
        const detail = `${id} holds ${held === null ? '0' : formatDecimal(held.size)} of ${fill.contract}`;
        throw new ProblemError('fund_fill_must_reduce', detail);
      }
      checkWholeLots(contract, absolute(size), absolute(held.size));
      const price = decimalOf(fill.price);
      const sold = takeIntoFund({ ...held, contract }, size, price, precision);
      const realized = subtract(sold.realizedPnl, held.realizedPnl);
      const [fillId, at] = [randomUUID(), this.#clock()];
      const about = { contract: fill.contract, account: null, at, recordedBy: actor, reference: fillId };
      const balanceFloor = declared?.rules.balanceFloor ?? ZERO;
      const { uncovered, isBelowFloor } = await this.#pnl.book(manager, fund, { realized, balanceFloor }, about);
      const position = { ...sold, contract: fill.contract };
      await this.#positions.keep(manager, id, position);
      const resource: FundFillResource = {
        ...{ id: fillId, contract: fill.contract, fillId: fill.fillId },
        ...{ size: formatDecimal(size), price: formatDecimal(price), realizedPnl: formatDecimal(realized) },
        uncovered: formatDecimal(amountOf(uncovered, fund)),
        isBelowFloor,
        position: positionResource(position),
        recordedAt: formatInstant(at),
        recordedBy: actor,
      };
      await this.#positions.addFill(manager, {
        ...{ id: fillId, fund: id, contract: fill.contract, source: 'market', fillId: fill.fillId, size, price },
        ...{
          amount: subtract(position.cost, held.cost),
          realizedPnl: realized,
          uncovered,
          aboveMark: 0n,
          account: null,
        },
        ...{ answer: JSON.stringify(resource), recordedAt: at, recordedBy: actor },
      });
      await audit(manager, id, resource, at);
      return { status: 201, headers: {}, body: resource };
    });
  }

  /** The fund's own account in a market, judged as any other. */
  async account(id: string, body: unknown): Promise<FundAccountResource> {
    const { rules, precision } = await this.#declared.find(id, this.#clock());
    const parsed = parseMarket(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const market = parsed.value;
    const set = await this.#evaluation.setFor(market.asOf, null);
    const { contracts } = set.specification.compiled;
    const stored = await this.#positions.all(id);
    const held = stored.flatMap((row): FundPosition[] => {
      const contract = contracts.get(row.contract);
      return contract === undefined || isZero(row.size) ? [] : [{ ...row, contract }];
    });
    const fund = await this.#ledger.find(id);
    const balance = fund === null ? ZERO : amountOf(fund.balance, fund);
    // What was realized is in the balance already.
    const flat = held.map((position) => ({ ...position, realizedPnl: ZERO }));
    const account = fundAccount(rules, balance, flat);
    const decided = evaluate({ set, account, market, asOf: market.asOf, explain: false, sha256 });
    if (!decided.ok) throw refused(decided.problems);
    const unrealized = held.map((position) => {
      const mark = market.contracts[position.contract.contract]?.markPrice ?? null;
      return mark === null ? null : unrealizedOfFund(position, mark, precision);
    });
    const realizedPnl = sum(held.map((row) => row.realizedPnl));
    const isMarked = unrealized.every((pnl) => pnl !== null);
    const unrealizedPnl = isMarked ? sum(unrealized) : null;
    const lossMax = rules.takeover?.lossMax ?? null;
    return {
      fund: id,
      balance: formatDecimal(balance),
      realizedPnl: formatDecimal(realizedPnl),
      unrealizedPnl: unrealizedPnl === null ? null : formatDecimal(unrealizedPnl),
      lossMax: lossMax === null ? null : formatDecimal(lossMax),
      opensAdl:
        lossMax === null || unrealizedPnl === null
          ? null
          : lessOrEqual(add(realizedPnl, unrealizedPnl), negate(lossMax)),
      positions: stored.map(positionResource),
      decision: decided.value as FundAccountResource['decision'],
    };
  }

  async #known(id: string): Promise<void> {
    if ((await this.#ledger.find(id)) === null) await this.#declared.find(id, this.#clock());
  }

  async #contract(name: string): Promise<Contract> {
    const set = await this.#evaluation.setFor(this.#clock(), null);
    const contract = set.specification.compiled.contracts.get(name);
    if (contract !== undefined) return contract;
    const message = 'no contract in force has this name';
    throw refused([{ code: 'contract_must_be_known', path: '/contract', message }]);
  }
}

/** The same fill told again has the same answer; another fill under its id is refused. */
function again(known: FundFillResource, { size, price, fillId }: FundFillRequest): Answer {
  const isSame = equals(decimalOf(known.size), decimalOf(size)) && equals(decimalOf(known.price), decimalOf(price));
  if (isSame) return { status: 200, headers: {}, body: known };
  throw new ProblemError('fill_must_be_recorded_once', `fill ${fillId} was recorded with other figures`);
}

async function audit(manager: Transaction, fund: string, fill: FundFillResource, at: number): Promise<void> {
  const { id, contract, size, price, realizedPnl, uncovered, isBelowFloor } = fill;
  const details = { fill: id, contract, size, price, realizedPnl, uncovered, isBelowFloor };
  const act = isPositive(decimalOf(uncovered)) ? 'fund_position.sold_uncovered' : 'fund_position.sold';
  const told = {
    at,
    actor: fill.recordedBy,
    act,
    subject: `fund:${fund}`,
    before: null,
    after: null,
    details,
  } as const;
  await appendAudit(manager, told);
}

function positionResource({ contract, size, cost, realizedPnl }: StoredFundPosition): FundPositionResource {
  const [open, paid, realized] = [size, cost, realizedPnl].map(formatDecimal);
  return { contract, size: open ?? '0', cost: paid ?? '0', realizedPnl: realized ?? '0' };
}
