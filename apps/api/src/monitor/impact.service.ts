import { Injectable } from '@nestjs/common';
import type { ImpactReport } from '@backstop/contracts';
import type { CompiledSet } from '@backstop/core/evaluation';
import { formatDecimal, type Decimal } from '@backstop/core/num';
import { startImpact } from '@backstop/core/simulation';
import { FundLedgerRepository } from '../funds/fund-ledger.repository.ts';
import { amountOf, type StoredFund } from '../funds/stored-fund.ts';
import { sha256 } from '../persistence/sha256.ts';
import { impactReport } from './impact-report.ts';
import { StoredBookService } from './stored-book.service.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** Two sets, and the moves of prices beside none. */
export interface ImpactAsked {
  readonly before: CompiledSet;
  readonly after: CompiledSet;
  /** Shares above -1. */
  readonly shocks: readonly Decimal[];
}

/** Reports that are kept: of a preview, its submission and its approval, which ask the same of one book. */
const REPORTS_MAX = 16;

/** What a change of sets does to the accounts of the last book. */
@Injectable()
export class ImpactService {
  readonly #books: StoredBookService;
  readonly #funds: FundLedgerRepository;
  /** By what they are about, which says all of what they say; the oldest goes first. */
  readonly #reports = new Map<string, Promise<ImpactReport>>();

  constructor(books: StoredBookService, funds: FundLedgerRepository) {
    this.#books = books;
    this.#funds = funds;
  }

  /**
   * The impact on the latest book; null where there is none. Every account is gone through, in pieces, others being let
   * in between. Throws where the stored book is not the one that was hashed: nothing is judged on another.
   */
  async impactOn(asked: ImpactAsked): Promise<ImpactReport | null> {
    const snapshot = await this.#books.latest();
    if (snapshot === null) return null;
    const { before, after, shocks } = asked;
    const funds = await this.#funds.all();
    const key = [
      ...[snapshot.id, snapshot.hash, before.hash, after.hash, ...shocks.map(formatDecimal)],
      ...funds.map(({ id, balance }) => `${id}=${String(balance)}`),
    ].join(' ');
    const known = this.#reports.get(key);
    if (known !== undefined) return known;
    const made = this.#report(snapshot, asked, funds);
    this.#keep(key, made);
    return made;
  }

  async #report(snapshot: StoredSnapshot, asked: ImpactAsked, funds: readonly StoredFund[]): Promise<ImpactReport> {
    const fundBalances = new Map(funds.map((fund) => [fund.id, amountOf(fund.balance, fund)]));
    const run = startImpact({ ...asked, fundBalances, sha256 });
    await this.#books.each(snapshot, (account, market) => {
      run.add(account, market);
    });
    return impactReport(snapshot, run.report());
  }

  /** Kept from the start, so that who asks meanwhile waits for it; a failure is not kept. */
  #keep(key: string, made: Promise<ImpactReport>): void {
    this.#reports.set(key, made);
    made.catch(() => this.#reports.delete(key));
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > REPORTS_MAX && oldest !== undefined) this.#reports.delete(oldest);
  }
}
