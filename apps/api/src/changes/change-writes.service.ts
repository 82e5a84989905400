import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { checkIfMatch } from '../http/if-match.ts';
import { undone } from '../persistence/undone.ts';
import { UnitOfWork, type Transaction } from '../persistence/unit-of-work.ts';
import { ApprovalRepository } from './approval.repository.ts';
import { ChangesService } from './changes.service.ts';
import { tagOf } from './send-change.ts';
import type { StoredChange } from './stored-change.ts';

/** Something that is done to a change that nobody else writes meanwhile. */
export type Write<Result> = (transaction: Transaction, stored: StoredChange) => Promise<Result>;

/** What says in `If-Match` which revision it is based on. */
export type Conditional = Pick<FastifyRequest, 'headers'>;

/** The one way to write a change: in one transaction, on the revision that its writer has read. */
@Injectable()
export class ChangeWritesService {
  readonly #changes: ChangesService;
  readonly #approvals: ApprovalRepository;
  readonly #work: UnitOfWork;

  constructor(changes: ChangesService, approvals: ApprovalRepository, work: UnitOfWork) {
    this.#changes = changes;
    this.#approvals = approvals;
    this.#work = work;
  }

  /** Refused with 428 or 412 where the request does not name the revision that stands. */
  async write<Result>(id: string, request: Conditional, write: Write<Result>): Promise<Result> {
    return this.#work.run((transaction) => this.#written(transaction, id, request, write));
  }

  /** Goes the very same way and undoes it: what the write would come to, or what it would be refused with. */
  async try<Result>(id: string, request: Conditional, write: Write<Result>): Promise<Result> {
    return undone(this.#work, (transaction) => this.#written(transaction, id, request, write));
  }

  /** As `write`, by one at a time: what is checked against the timeline stays true until it is written. */
  async writeTimeline<Result>(id: string, request: Conditional, write: Write<Result>): Promise<Result> {
    return this.#work.run(async (transaction) => {
      await this.#approvals.takeTimeline(transaction);
      return this.#written(transaction, id, request, write);
    });
  }

  async #written<Result>(
    transaction: Transaction,
    id: string,
    request: Conditional,
    write: Write<Result>,
  ): Promise<Result> {
    const stored = await this.#changes.findLocked(transaction, id);
    checkIfMatch(request, tagOf(stored));
    return write(transaction, stored);
  }
}
