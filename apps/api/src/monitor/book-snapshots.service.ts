import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { pathOf, paths, type BookSnapshotListQuery, type BookSnapshotResource } from '@backstop/contracts';
import { actorOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { UnitOfWork, type Answer } from '../persistence/unit-of-work.ts';
import type { Page } from '../policies/policies.service.ts';
import { PolicySetsService } from '../policies/policy-sets.service.ts';
import { BookSnapshotRepository } from './book-snapshot.repository.ts';
import { readBook } from './read-book.ts';
import { snapshotResource, type StoredSnapshot } from './stored-snapshot.ts';

/** Books as a venue sends them, each kept whole under its hash. */
@Injectable()
export class BookSnapshotsService {
  readonly #snapshots: BookSnapshotRepository;
  readonly #work: UnitOfWork;
  readonly #sets: PolicySetsService;
  readonly #clock: Clock;

  constructor(
    snapshots: BookSnapshotRepository,
    work: UnitOfWork,
    sets: PolicySetsService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#snapshots = snapshots;
    this.#work = work;
    this.#sets = sets;
    this.#clock = clock;
  }

  /** Reads a book to its end, then stores it in one transaction; the very same book again is the one that is there. */
  async add(request: FastifyRequest, stream: AsyncIterable<Buffer>): Promise<Answer> {
    const who = actorOf(request);
    const actor = who.kind === 'key' ? `key:${who.id}` : who.id;
    const { chunks, ...book } = await readBook(stream);
    this.#sets.refuseFuture(book.asOf);
    const recordedAt = this.#clock();
    const snapshot = { id: randomUUID(), ...book, recordedAt, recordedBy: actor, chunks: chunks.length };
    return this.#work.answerOnce({ request, actor, content: book.hash }, async (manager) => {
      if (!(await this.#snapshots.add(manager, snapshot, chunks))) {
        const known = await this.#snapshots.findByHash(manager, book.hash);
        if (known !== null) return answerOf(200, known);
      }
      await appendAudit(manager, {
        at: recordedAt,
        actor,
        act: 'book_snapshot.recorded',
        subject: `book-snapshot:${snapshot.id}`,
        before: null,
        after: book.hash,
        details: { accounts: book.accounts, asOf: snapshotResource(snapshot).asOf },
      });
      return answerOf(201, snapshot);
    });
  }

  async list(query: BookSnapshotListQuery): Promise<Page<BookSnapshotResource>> {
    const { rows, total } = await this.#snapshots.page(query);
    return { rows: rows.map(snapshotResource), total };
  }

  async find(id: string): Promise<BookSnapshotResource> {
    const stored = await this.#snapshots.find(id);
    if (stored === null) throw new ProblemError('book_snapshot_not_found', `there is no book ${id.slice(0, 200)}`);
    return snapshotResource(stored);
  }
}

function answerOf(status: 200 | 201, snapshot: StoredSnapshot): Answer {
  const headers = status === 201 ? { location: pathOf(paths.bookSnapshot, { id: snapshot.id }) } : {};
  return { status, headers, body: snapshotResource(snapshot) };
}
