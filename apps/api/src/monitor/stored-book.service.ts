import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InvariantError } from '@backstop/core/num';
import type { Account, Market } from '@backstop/core/venue';
import { parseBookLine } from './book-line.ts';
import { unpacked } from './book-packer.ts';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { breather } from './breather.ts';
import type { StoredSnapshot } from './stored-snapshot.ts';

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
    const hash = createHash('sha256');
    const breathe = breather();
    let market: Market | null = null;
    for (let position = 0; position < snapshot.chunks; position += 1) {
      const chunk = await this.#snapshots.chunk(snapshot.id, position);
      if (chunk === null) throw new InvariantError(`book ${snapshot.id} has no piece ${String(position)}`);
      const lines = await unpacked(chunk);
      hash.update(lines);
      for (const text of lines.toString('utf8').trimEnd().split('\n')) {
        market = readLine(text, market, visit);
        await breathe();
      }
    }
    if (hash.digest('hex') === snapshot.hash) return;
    throw new InvariantError(`book ${snapshot.id} is not the one that was hashed`);
  }
}

/** Shows an account in the market that holds; the answer is the market that holds from here on. */
function readLine(text: string, market: Market | null, visit: (account: Account, market: Market) => void): Market {
  const line = parseBookLine(text);
  if (!line.ok) throw new InvariantError('a stored line of a book has problems');
  if ('market' in line.value) return line.value.market;
  if (market === null) throw new InvariantError('a stored book begins without a market');
  visit(line.value.account, market);
  return market;
}
