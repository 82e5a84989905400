import { Injectable } from '@nestjs/common';
import { candidateOf, judge } from '@backstop/core/evaluation';
import type { Instant } from '@backstop/core/venue';
import type { Candidate } from '@backstop/core/waterfall';
import { ProblemError } from '../http/problem-error.ts';
import { StoredBookService } from '../monitor/stored-book.service.ts';
import type { LossRules } from './loss-run.ts';

/** Candidates from a stored book. */
@Injectable()
export class BookCandidatesService {
  readonly #books: StoredBookService;

  constructor(books: StoredBookService) {
    this.#books = books;
  }

  /** Every account of the book, judged under the set of the loss in its own market; what cannot be judged is counted. */
  async of(
    id: string,
    { set, contract, asset, settlement }: LossRules,
    asOf: Instant,
  ): Promise<{ readonly candidates: readonly Candidate[]; readonly notJudged: number }> {
    const snapshot = await this.#books.find(id);
    if (snapshot === null) throw new ProblemError('book_snapshot_not_found', `there is no book ${id}`);
    const candidates: Candidate[] = [];
    let notJudged = 0;
    await this.#books.each(snapshot, (account, market) => {
      const judged = judge({ set, account, market, asOf });
      const candidate = judged.ok
        ? candidateOf({ account, market, pools: judged.value.pools, contract: contract.contract, asset, settlement })
        : null;
      if (candidate === null) notJudged += 1;
      else candidates.push(candidate);
    });
    return { candidates, notJudged };
  }
}
