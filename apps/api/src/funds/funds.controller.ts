import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fundListQuery, fundStatementQuery, paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { sendTagged } from '../http/etag.ts';
import { nextLink } from '../http/next-link.ts';
import { parseQuery } from '../http/parse-query.ts';
import { FundsService } from './funds.service.ts';

@Controller()
export class FundsController {
  readonly #funds: FundsService;

  constructor(funds: FundsService) {
    this.#funds = funds;
  }

  @Get(paths.funds)
  @Permission('fund:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendTagged(request, reply, await this.#funds.list());
  }

  @Get(paths.fund)
  @Permission('fund:read')
  async find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendTagged(request, reply, await this.#funds.find(id));
  }

  @Get(paths.fundEntries)
  @Permission('fund:read')
  async entries(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#funds.entries(id, parseQuery(fundListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Get(paths.fundStatements)
  @Permission('fund:read')
  async statements(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#funds.statements(id, parseQuery(fundStatementQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }
}
