import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ImpactReport } from '@backstop/contracts';
import type { CompiledSet } from '@backstop/core/evaluation';
import { formatDecimal, InvariantError, type Decimal } from '@backstop/core/num';
import { startImpact, type ImpactRun } from '@backstop/core/simulation';
import type { Market } from '@backstop/core/venue';
import { parseBookLine } from './book-line.ts';
import { unpacked } from './book-packer.ts';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { breather } from './breather.ts';
import { impactReport } from './impact-report.ts';
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
  readonly #snapshots: BookSnapshotRepository;
  /** By what they are about, which says all of what they say; the oldest goes first. */
  readonly #reports = new Map<string, Promise<ImpactReport>>();

  constructor(snapshots: BookSnapshotRepository) {
    this.#snapshots = snapshots;
  }

  /**
   * The impact on the latest book; null where there is none. Every account is gone through, in pieces, others being let
   * in between. Throws where the stored book is not the one that was hashed: nothing is judged on another.
   */
  async impactOn(asked: ImpactAsked): Promise<ImpactReport | null> {
    const snapshot = await this.#snapshots.latest();
    if (snapshot === null) return null;
    const { before, after, shocks } = asked;
    const key = [snapshot.id, snapshot.hash, before.hash, after.hash, ...shocks.map(formatDecimal)].join(' ');
    const known = this.#reports.get(key);
    if (known !== undefined) return known;
    const made = this.#report(snapshot, asked);
    this.#keep(key, made);
    return made;
  }

  async #report(snapshot: StoredSnapshot, asked: ImpactAsked): Promise<ImpactReport> {
    const run = startImpact(asked);
    await this.#addBook(snapshot, run);
    return impactReport(snapshot, run.report());
  }

  /** Kept from the start, so that who asks meanwhile waits for it; a failure is not kept. */
  #keep(key: string, made: Promise<ImpactReport>): void {
    this.#reports.set(key, made);
    made.catch(() => this.#reports.delete(key));
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > REPORTS_MAX && oldest !== undefined) this.#reports.delete(oldest);
  }

  async #addBook(snapshot: StoredSnapshot, run: ImpactRun): Promise<void> {
    const hash = createHash('sha256');
    const breathe = breather();
    let market: Market | null = null;
    for (let position = 0; position < snapshot.chunks; position += 1) {
      const chunk = await this.#snapshots.chunk(snapshot.id, position);
      if (chunk === null) throw new InvariantError(`book ${snapshot.id} has no piece ${String(position)}`);
      const lines = await unpacked(chunk);
      hash.update(lines);
      for (const text of lines.toString('utf8').trimEnd().split('\n')) {
        market = addLine(text, market, run);
        await breathe();
      }
    }
    if (hash.digest('hex') === snapshot.hash) return;
    throw new InvariantError(`book ${snapshot.id} is not the one that was hashed`);
  }
}

/** Judges an account in the market that holds; the answer is the market that holds from here on. */
function addLine(text: string, market: Market | null, run: ImpactRun): Market {
  const line = parseBookLine(text);
  if (!line.ok) throw new InvariantError('a stored line of a book has problems');
  if ('market' in line.value) return line.value.market;
  if (market === null) throw new InvariantError('a stored book begins without a market');
  run.add(line.value.account, market);
  return market;
}
