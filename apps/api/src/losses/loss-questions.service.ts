import { Inject, Injectable } from '@nestjs/common';
import type { PolicySet } from '@backstop/core/policy';
import { parseInstant, type Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { refused } from '../http/refused.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { BookCandidatesService, type CandidateBook } from './book-candidates.service.ts';
import type { LossQuestion } from './loss-question.ts';
import { lossRules, type LossRules } from './loss-run.ts';
import type { ReadLoss } from './read-loss.ts';

/** Makes what was sent about a loss a question under the policies of its instant. */
@Injectable()
export class LossQuestionsService {
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #books: BookCandidatesService;
  readonly #clock: Clock;

  constructor(
    sets: PolicySetsService,
    compiled: CompiledSetsService,
    books: BookCandidatesService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#sets = sets;
    this.#compiled = compiled;
    this.#books = books;
    this.#clock = clock;
  }

  /** What policies say about it, and who may be asked. */
  async of({ event, candidates: inline }: ReadLoss): Promise<AskedLoss> {
    const at = event.at === undefined ? this.#clock() : instantOf(event.at);
    this.#sets.refuseFuture(at);
    const { set: policySet } = await this.#sets.inForce(at, null);
    const rules = lossRules(this.#compiled.of(policySet), { event });
    if (event.bookSnapshot === undefined) {
      const question = { event, at, candidates: inline, notJudged: 0, chargedBefore: 0 };
      return { policySet, rules, question, book: null };
    }
    if (inline.length > 0) {
      const message = 'candidates come with the loss or from a book, not from both';
      throw refused([{ code: 'candidates_must_come_from_one_place', path: '/bookSnapshot', message }]);
    }
    const { book, ...candidates } = await this.#books.of(event.bookSnapshot, rules, at);
    return { policySet, rules, question: { event, at, ...candidates }, book };
  }

  /** The same once losses are held: candidates of a book are read again where another loss took from them meanwhile. */
  async held({ rules, question, book }: AskedLoss, manager: Transaction): Promise<LossQuestion> {
    const { event, at } = question;
    if (book === null || event.bookSnapshot === undefined) return question;
    if (await this.#books.areStill(book, manager)) return question;
    const { book: _book, ...candidates } = await this.#books.of(event.bookSnapshot, rules, at, manager);
    return { event, at, ...candidates };
  }
}

/** A loss with what it is decided under. */
export interface AskedLoss {
  readonly policySet: PolicySet;
  readonly rules: LossRules;
  readonly question: LossQuestion;
  /** Where the candidates are from; null where they came with the loss. */
  readonly book: CandidateBook | null;
}

function instantOf(text: string): Instant {
  const at = parseInstant(text);
  if (at !== null) return at;
  throw refused([{ code: 'instant_must_exist', path: '/at', message: `there is no instant \`${text}\`` }]);
}
