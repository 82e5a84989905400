import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { evaluationQuery, paths } from '@backstop/contracts';
import { actorOf } from '../access/actor-of.ts';
import { endOfTurn } from '../http/end-of-turn.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { EvaluationService, questionOf, type EvaluationQuestion } from './evaluation.service.ts';
import { mustRecord } from './must-record.ts';
import { OtherSetsService } from './other-sets.service.ts';

const ANSWER_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
const NO_QUERY: EvaluationQuestion = { asOf: null, recordedAt: null, explain: false, record: false };

/**
 * The single evaluation, mounted on the server itself: the router of the framework would cost more than
 * parsing the request. Guard, parsers, problems and the OpenAPI document hold for it as for every other route (ADR 0012).
 */
@Injectable()
export class EvaluationRoute implements OnModuleInit {
  readonly #evaluation: EvaluationService;
  readonly #others: OtherSetsService;
  readonly #adapter: HttpAdapterHost;
  readonly #endOfTurn = endOfTurn();

  constructor(evaluation: EvaluationService, others: OtherSetsService, adapter: HttpAdapterHost) {
    this.#evaluation = evaluation;
    this.#others = others;
    this.#adapter = adapter;
  }

  onModuleInit(): void {
    const server = this.#adapter.httpAdapter.getInstance<FastifyInstance>();
    server.post(paths.evaluations, { config: { permission: 'evaluate' } }, (request, reply) =>
      this.#answer(request, reply),
    );
  }

  /** Decides once all requests of the turn are read, and sends once all of them are decided. */
  async #answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { body } = request;
    if (body instanceof Readable) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/json');
    }
    if (body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
    await this.#endOfTurn();
    const text = await this.#decide(body, request);
    return reply.headers(ANSWER_HEADERS).send(text);
  }

  #decide(body: unknown, request: FastifyRequest): string | Promise<string> {
    if (request.url.includes('?')) return this.#answerAsked(body, request);
    return this.#evaluation.decide(body, NO_QUERY, actorOf(request));
  }

  #answerAsked(body: unknown, request: FastifyRequest): string | Promise<string> {
    const query = parseQuery(evaluationQuery, request.query);
    const [question, actor] = [questionOf(query), actorOf(request)];
    if (question.record) mustRecord(actor);
    const setAt = this.#others.asked(query, { actor, recordedAt: question.recordedAt });
    if (setAt === null) return this.#evaluation.decide(body, question, actor);
    return this.#evaluation.tried(body, question, { actor, setAt });
  }
}
