import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { paths, receivableListQuery, receivablePayment } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { nextLink } from '../http/next-link.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { ReceivablesService } from './receivables.service.ts';

@Controller()
export class ReceivablesController {
  readonly #receivables: ReceivablesService;

  constructor(receivables: ReceivablesService) {
    this.#receivables = receivables;
  }

  @Get(paths.receivables)
  @Permission('loss:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#receivables.list(parseQuery(receivableListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Post(paths.receivablePayments)
  @Permission('loss:write')
  async pay(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, await this.#receivables.pay(request, parseBody(receivablePayment, request.body)));
  }
}
