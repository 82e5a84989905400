import { Injectable } from '@nestjs/common';
import type {
  BookAccountResource,
  BookAccountsQuery,
  BookScopeResource,
  BookZonesQuery,
  BookZonesResource,
} from '@backstop/contracts';
import { judge, type CompiledSet } from '@backstop/core/evaluation';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Page } from '../policies/policies.service.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { judgedBook, type JudgedBook } from './judged-book.ts';
import { rememberedWork } from './remembered-work.ts';
import { StoredBookService } from './stored-book.service.ts';
import { snapshotResource, type StoredSnapshot } from './stored-snapshot.ts';

/** Books whose rows are kept: the last one, and the one before it while somebody still turns its pages. */
const LISTS_MAX = 2;
const COUNTS_MAX = 64;

/** Accounts that are judged to tell of books before the last one, so that looking back never takes minutes. */
const LOOKED_BACK_MAX = 250_000;

/** The last book account by account, and the last books by zone; each judged once, under the set of its instant. */
@Injectable()
export class BookAccountsService {
  readonly #snapshots: BookSnapshotRepository;
  readonly #books: StoredBookService;
  readonly #sets: PolicySetsService;
  readonly #compiled: CompiledSetsService;
  readonly #lists = rememberedWork<JudgedBook>(LISTS_MAX);
  readonly #counts = rememberedWork<JudgedBook['counts']>(COUNTS_MAX);

  constructor(
    snapshots: BookSnapshotRepository,
    books: StoredBookService,
    sets: PolicySetsService,
    compiled: CompiledSetsService,
  ) {
    this.#snapshots = snapshots;
    this.#books = books;
    this.#sets = sets;
    this.#compiled = compiled;
  }

  /** A page of scopes of the last book, the nearest to liquidation first; none where there is no book. */
  async list({ zone, contract, q, offset, limit }: BookAccountsQuery): Promise<Page<BookScopeResource>> {
    const snapshot = await this.#books.latest();
    if (snapshot === null) return { rows: [], total: 0 };
    const { rows } = await this.#judged(snapshot, await this.#setOf(snapshot));
    const sought = q?.toLowerCase() ?? '';
    const found = rows.filter(
      (row) =>
        (zone === undefined || (row.zone ?? 'indeterminate') === zone) &&
        (contract === undefined || row.contracts.includes(contract)) &&
        row.account.toLowerCase().includes(sought),
    );
    return { rows: found.slice(offset, offset + limit), total: found.length };
  }

  /** The last books by zone, the last one first; as far back as they are small enough to be judged. */
  async zones({ limit }: BookZonesQuery): Promise<BookZonesResource[]> {
    const told: BookZonesResource[] = [];
    let accounts = 0;
    for (const snapshot of await this.#snapshots.lastOnes(limit)) {
      if (told.length > 0) accounts += snapshot.accounts;
      if (accounts > LOOKED_BACK_MAX) break;
      const set = await this.#setOf(snapshot);
      const counts = await this.#countsOf(snapshot, set, told.length === 0);
      told.push({ snapshot: snapshotResource(snapshot), policySet: set.hash, ...counts });
    }
    return told;
  }

  /** An account as the last book has it. */
  async find(id: string): Promise<BookAccountResource> {
    const snapshot = await this.#books.latest();
    const found = snapshot === null ? null : await this.#books.account(snapshot, id);
    if (snapshot === null || found === null) {
      throw new ProblemError('book_account_not_found', `the last book has no account ${id.slice(0, 200)}`);
    }
    return { snapshot: snapshotResource(snapshot), ...found };
  }

  async #setOf({ asOf }: StoredSnapshot): Promise<CompiledSet> {
    return this.#compiled.of((await this.#sets.inForce(asOf, null)).set);
  }

  /** Of the last book the rows are judged along, since they will be asked for. */
  #countsOf(snapshot: StoredSnapshot, set: CompiledSet, isLast: boolean): Promise<JudgedBook['counts']> {
    return this.#counts(keyOf(snapshot, set), async () => {
      const { counts } = await (isLast ? this.#judged(snapshot, set) : this.#judge(snapshot, set));
      return counts;
    });
  }

  #judged(snapshot: StoredSnapshot, set: CompiledSet): Promise<JudgedBook> {
    return this.#lists(keyOf(snapshot, set), () => this.#judge(snapshot, set));
  }

  async #judge(snapshot: StoredSnapshot, set: CompiledSet): Promise<JudgedBook> {
    const run = judgedBook();
    await this.#books.each(snapshot, (account, market) => {
      const judged = judge({ set, account, market, asOf: market.asOf });
      run.add(account.id, judged.ok ? judged.value : null);
    });
    return run.end();
  }
}

function keyOf({ id, hash }: StoredSnapshot, set: CompiledSet): string {
  return `${id} ${hash} ${set.hash}`;
}
