import { Readable } from 'node:stream';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { evaluationBatchQuery, paths } from '@backstop/contracts';
import { actorOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { BatchService } from './batch.service.ts';
import { questionOf } from './evaluation.service.ts';
import { mustRecord } from './must-record.ts';

const BATCH_HEADERS = { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store' };

@Controller()
export class BatchController {
  readonly #batch: BatchService;

  constructor(batch: BatchService) {
    this.#batch = batch;
  }

  @Post(paths.evaluationBatch)
  @Permission('evaluate', { streamsBody: true })
  async batch(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!(request.body instanceof Readable)) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/x-ndjson');
    }
    const question = questionOf(parseQuery(evaluationBatchQuery, request.query));
    const actor = actorOf(request);
    if (question.record) mustRecord(actor);
    const answer = await this.#batch.answer(request.body, { question, requestId: request.id, actor });
    // Two chunks ahead of the reader at most: who does not read is not worked for.
    void reply
      .code(200)
      .headers(BATCH_HEADERS)
      .send(Readable.from(answer, { highWaterMark: 2 }));
  }
}
