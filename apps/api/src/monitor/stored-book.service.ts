import { Injectable } from '@nestjs/common';
import { InvariantError } from '@backstop/core/num';
import type { Account, Market } from '@backstop/core/venue';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { breather } from './breather.ts';
import { readStoredLine, storedLines } from './stored-lines.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

/** An account of a book and its market, as JSON. */
export interface SentAccount {
  readonly account: Readonly<Record<string, unknown>>;
  readonly market: Readonly<Record<string, unknown>>;
}

/** Reads stored books account by account. */
@Injectable()
export class StoredBookService {
  readonly #snapshots: BookSnapshotRepository;

  constructor(snapshots: BookSnapshotRepository) {
    this.#snapshots = snapshots;
  }

  /** The book with an id; null where there is none. */
  find(id: string): Promise<StoredSnapshot | null> {
    return this.#snapshots.find(id);
  }

  /** The book of the latest instant; null where there is none. */
  latest(): Promise<StoredSnapshot | null> {
    return this.#snapshots.latest();
  }

  /**
   * Shows every account with the market that holds for it, in pieces, others being let in between. Throws where the stored
   * book is not the one that was hashed: nothing is judged on another.
   */
  async each(snapshot: StoredSnapshot, visit: (account: Account, market: Market) => void): Promise<void> {
    const breathe = breather();
    let market: Market | null = null;
    for await (const text of this.#lines(snapshot)) {
      market = readStoredLine(text, market, visit);
      await breathe();
    }
  }

  /** An account of a book with its market, as they were sent; null where it is not in it. Throws as `each` does. */
  async account(snapshot: StoredSnapshot, id: string): Promise<SentAccount | null> {
    const breathe = breather();
    const idText = JSON.stringify(id);
    let market: SentAccount['market'] | null = null;
    let found: SentAccount | null = null;
    for await (const text of this.#lines(snapshot)) {
      const isMarket = text.startsWith('{"market":');
      // Only what may be it is read; of the others no line holds the id at all.
      if (found === null && (isMarket || text.includes(idText))) {
        const line = JSON.parse(text) as { market?: SentAccount['market']; account?: SentAccount['account'] };
        market = line.market ?? market;
        if (market !== null && line.account?.['id'] === id) found = { account: line.account, market };
      }
      await breathe();
    }
    return found;
  }

  /** Its pieces as they are stored, in order. */
  async *pieces(snapshot: StoredSnapshot): AsyncGenerator<Buffer> {
    for (let position = 0; position < snapshot.chunks; position += 1) {
      const piece = await this.#snapshots.chunk(snapshot.id, position);
      if (piece === null) throw new InvariantError(`book ${snapshot.id} has no piece ${String(position)}`);
      yield piece;
    }
  }

  /** Line by line to the end, and only then is it known that it was the book that was hashed. */
  async *#lines(snapshot: StoredSnapshot): AsyncGenerator<string> {
    const lines = storedLines();
    for await (const piece of this.pieces(snapshot)) yield* await lines.of(piece);
    if (lines.hash() === snapshot.hash) return;
    throw new InvariantError(`book ${snapshot.id} is not the one that was hashed`);
  }
}
