import { Readable } from 'node:stream';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { evaluationQuery, paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { BatchService } from './batch.service.ts';
import { EvaluationService, questionOf, type EvaluationQuestion } from './evaluation.service.ts';

const ANSWER_HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
const BATCH_HEADERS = { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' };
const NO_QUERY: EvaluationQuestion = { asOf: null, recordedAt: null, explain: false };

@Controller()
export class EvaluationController {
  readonly #evaluation: EvaluationService;
  readonly #batch: BatchService;

  constructor(evaluation: EvaluationService, batch: BatchService) {
    this.#evaluation = evaluation;
    this.#batch = batch;
  }

  @Post(paths.evaluations)
  @Permission('evaluate')
  async evaluate(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.body instanceof Readable) throw unsupported('application/json');
    if (request.body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
    const question = request.url.includes('?') ? questionOf(parseQuery(evaluationQuery, request.query)) : NO_QUERY;
    const decided = this.#evaluation.decide(request.body, question);
    const text = typeof decided === 'string' ? decided : await decided;
    void reply.code(200).headers(ANSWER_HEADERS).send(text);
  }

  @Post(paths.evaluationBatch)
  @Permission('evaluate', { streamsBody: true })
  async batch(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!(request.body instanceof Readable)) throw unsupported('application/x-ndjson');
    const question = questionOf(parseQuery(evaluationQuery, request.query));
    const answer = await this.#batch.answer(request.body, { question, requestId: request.id });
    // Two chunks ahead of the reader at most: who does not read is not worked for.
    void reply
      .code(200)
      .headers(BATCH_HEADERS)
      .send(Readable.from(answer, { highWaterMark: 2 }));
  }
}

function unsupported(mediaType: string): ProblemError {
  return new ProblemError('media_type_must_be_supported', `the body of this route is ${mediaType}`);
}
