import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bookAccountsQuery, bookZonesQuery, paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { sendTagged } from '../http/etag.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { parseQuery } from '../http/parse-query.ts';
import { BookAccountsService } from './book-accounts.service.ts';

@Controller()
export class BookAccountsController {
  readonly #accounts: BookAccountsService;

  constructor(accounts: BookAccountsService) {
    this.#accounts = accounts;
  }

  @Get(paths.bookAccounts)
  @Permission('book:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(bookAccountsQuery, request.query);
    const { rows, total } = await this.#accounts.list(query);
    void reply.headers(pageHeaders('scopes', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.bookAccount)
  @Permission('book:read')
  async find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendTagged(request, reply, await this.#accounts.find(id));
  }

  @Get(paths.bookZones)
  @Permission('book:read')
  async zones(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.#accounts.zones(parseQuery(bookZonesQuery, request.query));
    void reply.headers(pageHeaders('books', { offset: 0, count: rows.length, total: rows.length }));
    sendTagged(request, reply, rows);
  }
}
