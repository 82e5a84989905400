import { Body, Controller, Get, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { directoryQuery, paths, personEdit, personListQuery, personRequest } from '@backstop/contracts';
import { sendTagged } from '../http/etag.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { personOf } from './actor-of.ts';
import { PeopleService } from './people.service.ts';
import { Permission, SignedIn } from './permission.ts';

@Controller()
export class PeopleController {
  readonly #people: PeopleService;

  constructor(people: PeopleService) {
    this.#people = people;
  }

  @Get(paths.people)
  @Permission('people:manage')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(personListQuery, request.query);
    const { rows, total } = await this.#people.list(query);
    void reply.headers(pageHeaders('people', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.directory)
  @SignedIn()
  async directory(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(directoryQuery, request.query);
    const { rows, total } = await this.#people.directory(query);
    void reply.headers(pageHeaders('people', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.person)
  @Permission('people:manage')
  async find(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, await this.#people.find(id));
  }

  @Post(paths.people)
  @Permission('people:manage')
  async create(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, await this.#people.create(personOf(request), parseBody(personRequest, body), request));
  }

  @Patch(paths.person)
  @Permission('people:manage')
  async edit(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.#people.edit(personOf(request), id, parseBody(personEdit, body), request));
  }

  @Post(paths.personResetPassword)
  @Permission('people:manage')
  async resetPassword(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.#people.resetPassword(personOf(request), id, request));
  }
}
