import { Body, Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { apiKeyListQuery, apiKeyRequest, paths, rotationRequest } from '@backstop/contracts';
import { sendTagged } from '../http/etag.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { personOf } from './actor-of.ts';
import { ApiKeysService } from './api-keys.service.ts';
import { Permission } from './permission.ts';

@Controller()
export class ApiKeysController {
  readonly #keys: ApiKeysService;

  constructor(keys: ApiKeysService) {
    this.#keys = keys;
  }

  @Get(paths.apiKeys)
  @Permission('key:manage')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(apiKeyListQuery, request.query);
    const { rows, total } = await this.#keys.list(query);
    void reply.headers(pageHeaders('api-keys', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.apiKey)
  @Permission('key:manage')
  async find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendTagged(request, reply, await this.#keys.find(id));
  }

  @Post(paths.apiKeys)
  @Permission('key:manage')
  async create(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, await this.#keys.create(personOf(request), parseBody(apiKeyRequest, body), request));
  }

  @Post(paths.apiKeyRotate)
  @Permission('key:manage')
  async rotate(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.#keys.rotate(personOf(request), id, parseBody(rotationRequest, body), request));
  }

  @Delete(paths.apiKey)
  @Permission('key:manage')
  async revoke(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#keys.revoke(personOf(request), id);
    void reply.code(204).header('cache-control', 'no-store').send();
  }
}
