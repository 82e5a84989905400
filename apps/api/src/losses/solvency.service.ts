import { Inject, Injectable } from '@nestjs/common';
import type { SolvencyResource } from '@backstop/contracts';
import { judge, type AccountJudgement, type CompiledSet } from '@backstop/core/evaluation';
import {
  add,
  decimal,
  formatDecimal,
  isNegative,
  storedDecimal,
  subtract,
  ZERO,
  type Decimal,
} from '@backstop/core/num';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { EvaluationService } from '../evaluation/evaluation.service.ts';
import { FundLedgerRepository } from '../funds/fund-ledger.repository.ts';
import { FundPositionRepository } from '../funds/fund-position.repository.ts';
import { amountOf } from '../funds/stored-fund.ts';
import { StoredBookService } from '../monitor/stored-book.service.ts';
import type { StoredSnapshot } from '../monitor/stored-snapshot.ts';
import { LossRepository } from './loss.repository.ts';
import { ReceivableRepository } from './receivable.repository.ts';

interface Sums {
  scopes: number;
  accountValue: Decimal;
  negative: Decimal;
  fundBalance: Decimal;
  receivable: Decimal;
  asked: Decimal;
  uncovered: Decimal;
}

type SumsOf = (asset: string) => Sums;

/** What accounts are worth, what is missing, and what there is against it: exact sums, asset by asset. */
@Injectable()
export class SolvencyService {
  readonly #evaluation: EvaluationService;
  readonly #books: StoredBookService;
  readonly #ledger: FundLedgerRepository;
  readonly #losses: LossRepository;
  readonly #positions: FundPositionRepository;
  readonly #receivables: ReceivableRepository;
  readonly #clock: Clock;

  constructor(
    evaluation: EvaluationService,
    books: StoredBookService,
    ledger: FundLedgerRepository,
    losses: LossRepository,
    positions: FundPositionRepository,
    receivables: ReceivableRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#evaluation = evaluation;
    this.#books = books;
    this.#ledger = ledger;
    this.#losses = losses;
    this.#positions = positions;
    this.#receivables = receivables;
    this.#clock = clock;
  }

  /** On the last book, under the set in force now, with the ledger as it stands. */
  async now(): Promise<SolvencyResource> {
    const at = this.#clock();
    const set = await this.#evaluation.setFor(at, null);
    const book = await this.#books.latest();
    const sums = new Map<string, Sums>();
    const of: SumsOf = (asset) => {
      const known = sums.get(asset) ?? noSums();
      sums.set(asset, known);
      return known;
    };
    const notJudged = book === null ? 0 : await this.#addBook(book, set, at, of);
    for (const fund of await this.#ledger.all()) {
      const own = of(fund.asset);
      own.fundBalance = add(own.fundBalance, amountOf(fund.balance, fund));
    }
    const uncovered = [...(await this.#losses.uncovered()), ...(await this.#positions.uncovered())];
    for (const { asset, precision, units } of uncovered) {
      const own = of(asset);
      own.uncovered = add(own.uncovered, decimal(units, precision));
    }
    for (const { asset, amount } of await this.#losses.askedSums()) {
      const own = of(asset);
      own.asked = add(own.asked, storedDecimal(amount));
    }
    for (const { asset, precision, units } of await this.#receivables.owed()) {
      const own = of(asset);
      own.receivable = add(own.receivable, decimal(units, precision));
    }
    return {
      at: formatInstant(at),
      policySet: set.hash,
      book: book === null ? null : bookOf(book),
      notJudged,
      assets: [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([asset, own]) => rowOf(asset, own)),
    };
  }

  /** Adds every account that can be judged whole, and counts the others. */
  async #addBook(book: StoredSnapshot, set: CompiledSet, asOf: Instant, of: SumsOf): Promise<number> {
    let notJudged = 0;
    await this.#books.each(book, (account, market) => {
      const judged = judge({ set, account, market, asOf });
      if (!judged.ok || judged.value.pools.some(({ figures }) => figures === null)) notJudged += 1;
      else addAccount(judged.value, of);
    });
    return notJudged;
  }
}

function addAccount({ pools }: AccountJudgement, of: SumsOf): void {
  for (const { pool, figures } of pools) {
    if (figures === null) continue;
    const own = of(pool.asset);
    own.scopes += 1;
    own.accountValue = add(own.accountValue, figures.accountValue);
    if (isNegative(figures.accountValue)) own.negative = subtract(own.negative, figures.accountValue);
  }
}

function noSums(): Sums {
  return {
    scopes: 0,
    accountValue: ZERO,
    negative: ZERO,
    fundBalance: ZERO,
    receivable: ZERO,
    asked: ZERO,
    uncovered: ZERO,
  };
}

function bookOf({ id, hash, asOf, accounts }: StoredSnapshot): SolvencyResource['book'] {
  return { id, hash, asOf: formatInstant(asOf), accounts };
}

function rowOf(asset: string, own: Sums): SolvencyResource['assets'][number] {
  return {
    asset,
    scopes: own.scopes,
    accountValue: formatDecimal(own.accountValue),
    negative: formatDecimal(own.negative),
    fundBalance: formatDecimal(own.fundBalance),
    receivable: formatDecimal(own.receivable),
    asked: formatDecimal(own.asked),
    uncovered: formatDecimal(own.uncovered),
  };
}
