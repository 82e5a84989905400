import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { IdempotencyRepository, type KeptAnswer } from './idempotency.repository.ts';
import { sha256 } from './sha256.ts';

/** What an act writes with: whoever does something in it hands it on, and only repositories look into it. */
export type Transaction = EntityManager;

/** What a request that writes is answered with. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Plain JSON; undefined = no body. */
  readonly body: unknown;
  /** What is kept, and told to who asks again, in place of a body with a secret in it: a secret is told once. */
  readonly bodyAgain?: unknown;
}

/** Who asks for what. */
export interface AskedOnce {
  readonly request: FastifyRequest;
  readonly actor: string;
  /** What stands for a body that was streamed and is gone: its digest. */
  readonly content?: string;
}

/** The one way to write: what is done in it is done whole or not at all. */
@Injectable()
export class UnitOfWork {
  readonly #dataSource: DataSource;
  readonly #answers: IdempotencyRepository;
  readonly #clock: Clock;

  constructor(dataSource: DataSource, answers: IdempotencyRepository, @Inject(CLOCK) clock: Clock) {
    this.#dataSource = dataSource;
    this.#answers = answers;
    this.#clock = clock;
  }

  /** Looks, statement by statement and without a transaction: what must still hold later is looked at again there. */
  look<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return work(this.#dataSource.manager);
  }

  /** Does something in one transaction; whatever is thrown undoes it. */
  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.#dataSource.transaction(work);
  }

  /**
   * Does something in one transaction, and once for each `Idempotency-Key` of an actor: the answer is kept in the very
   * transaction, so that either both are there or neither, wherever the process is killed. A refusal undoes the work
   * and is not kept: the same key may try again.
   */
  async answerOnce(
    { request, actor, content }: AskedOnce,
    work: (manager: EntityManager) => Promise<Answer>,
  ): Promise<Answer> {
    const key = keyOf(request);
    if (key === null) return this.run(work);
    const requestDigest = digestOfRequest(request, content);
    return this.run(async (manager) => {
      if (!(await this.#answers.take(manager, { actor, key }))) {
        throw new ProblemError('idempotency_key_in_flight', 'a request with this key is being answered', {
          headers: { 'retry-after': '1' },
        });
      }
      const kept = await this.#answers.find(manager, { actor, key }, this.#clock());
      if (kept !== null) return again(kept, requestDigest);
      const answer = await work(manager);
      const { status, headers } = answer;
      const body = 'bodyAgain' in answer ? answer.bodyAgain : answer.body;
      const text = body === undefined ? null : JSON.stringify(body);
      await this.#answers.keep(manager, { actor, key }, { requestDigest, status, headers, body: text }, this.#clock());
      return answer;
    });
  }
}

function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new ProblemError('idempotency_key_must_be_valid', 'Idempotency-Key is 1 to 200 characters from ! to ~');
}

/** Over what the request asks for; its other headers do not make it another request. */
function digestOfRequest({ method, url, body }: FastifyRequest, content: string | undefined): string {
  return sha256(JSON.stringify([method, url, content ?? body]));
}

function again({ requestDigest, status, headers, body }: KeptAnswer, asked: string): Answer {
  if (requestDigest !== asked) {
    throw new ProblemError('idempotency_key_reused', 'this key was given to another request within the last 24 hours');
  }
  return {
    status,
    headers: { ...headers, 'idempotency-replayed': 'true' },
    body: body === null ? undefined : (JSON.parse(body) as unknown),
  };
}
