import { Injectable } from '@nestjs/common';
import { accountAfterLosses, candidateOf, judge } from '@backstop/core/evaluation';
import type { Instant } from '@backstop/core/venue';
import type { Candidate } from '@backstop/core/waterfall';
import { ProblemError } from '../http/problem-error.ts';
import { StoredBookService } from '../monitor/stored-book.service.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { LossChargesRepository } from './loss-charges.repository.ts';
import type { LossRules } from './loss-run.ts';

/** Candidates as a stored book has them, after what losses took from them since. */
export interface BookCandidates {
  readonly candidates: readonly Candidate[];
  readonly notJudged: number;
  readonly chargedBefore: number;
  readonly book: CandidateBook;
}

/** What tells whether candidates are still what they were read as. */
export interface CandidateBook {
  readonly asOf: Instant;
  /** The last loss since that took something from somebody; 0 for none. */
  readonly upTo: number;
}

/** Candidates from a stored book. */
@Injectable()
export class BookCandidatesService {
  readonly #books: StoredBookService;
  readonly #charges: LossChargesRepository;

  constructor(books: StoredBookService, charges: LossChargesRepository) {
    this.#books = books;
    this.#charges = charges;
  }

  /**
   * Every account of the book, judged under the set of the loss in its own market, once what losses recorded after the instant
   * of the book took from it is taken off; what cannot be judged is counted.
   */
  async of(
    id: string,
    { set, contract, asset, settlement }: LossRules,
    asOf: Instant,
    manager?: Transaction,
  ): Promise<BookCandidates> {
    const snapshot = await this.#books.find(id);
    if (snapshot === null) throw new ProblemError('book_snapshot_not_found', `there is no book ${id}`);
    const since = snapshot.asOf;
    const upTo = await this.#charges.last(since, manager);
    const charged = await this.#charges.all({ since, upTo }, manager);
    const candidates: Candidate[] = [];
    let [notJudged, chargedBefore] = [0, 0];
    await this.#books.each(snapshot, (sent, market) => {
      const charges = charged.get(sent.id) ?? [];
      if (charges.length > 0) chargedBefore += 1;
      const account = accountAfterLosses(sent, charges);
      const judged = judge({ set, account, market, asOf });
      const asked = { account, market, contract: contract.contract, asset, settlement, charges };
      const candidate = judged.ok ? candidateOf({ ...asked, pools: judged.value.pools }) : null;
      if (candidate === null) notJudged += 1;
      else candidates.push(candidate);
    });
    return { candidates, notJudged, chargedBefore, book: { asOf: since, upTo } };
  }

  /** Whether no other loss has taken anything from anybody since they were read: asked again where losses are held. */
  async areStill({ asOf, upTo }: CandidateBook, manager: Transaction): Promise<boolean> {
    return (await this.#charges.last(asOf, manager)) === upTo;
  }
}
