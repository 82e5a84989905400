import { Injectable } from '@nestjs/common';
import type { ImpactReport } from '@backstop/contracts';
import { formatDecimal, InvariantError, type Decimal } from '@backstop/core/num';
import type { PolicySet } from '@backstop/core/policy';
import { FundLedgerRepository } from '../funds/fund-ledger.repository.ts';
import { amountOf, type StoredFund } from '../funds/stored-fund.ts';
import { impactBook } from './impact-report.ts';
import { impactApart } from './impact-thread.ts';
import { rememberedWork } from './remembered-work.ts';
import { StoredBookService } from './stored-book.service.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** Two sets that pass their checks, and the moves of prices beside none. */
export interface ImpactAsked {
  readonly before: PolicySet;
  readonly after: PolicySet;
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
  /** By what they are about, which says all of what they say; who asks meanwhile waits for it. */
  readonly #reports = rememberedWork<ImpactReport>(REPORTS_MAX);

  constructor(books: StoredBookService, funds: FundLedgerRepository) {
    this.#books = books;
    this.#funds = funds;
  }

  /**
   * The impact on the latest book; null where there is none. Every account is gone through, in another thread than the one that
   * decides. Throws where the stored book is not the one that was hashed: nothing is judged on another.
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
    return this.#reports(key, () => this.#report(snapshot, asked, funds));
  }

  async #report(
    snapshot: StoredSnapshot,
    { before, after, shocks }: ImpactAsked,
    funds: readonly StoredFund[],
  ): Promise<ImpactReport> {
    const question = {
      ...{ before, after, shocks: shocks.map(formatDecimal) },
      fundBalances: funds.map((fund) => [fund.id, formatDecimal(amountOf(fund.balance, fund))] as const),
    };
    const { hash, figures } = await impactApart(question, this.#books.pieces(snapshot));
    if (hash !== snapshot.hash) throw new InvariantError(`book ${snapshot.id} is not the one that was hashed`);
    return { snapshot: impactBook(snapshot), ...figures };
  }
}
