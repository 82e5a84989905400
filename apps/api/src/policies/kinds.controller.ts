import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { sendTagged } from '../http/etag.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { KindsService } from './kinds.service.ts';

@Controller()
export class KindsController {
  readonly #kinds: KindsService;

  constructor(kinds: KindsService) {
    this.#kinds = kinds;
  }

  @Get(paths.kinds)
  @Permission('policy:read')
  list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const kinds = this.#kinds.list();
    void reply.headers(pageHeaders('kinds', { offset: 0, count: kinds.length, total: kinds.length }));
    sendTagged(request, reply, kinds);
  }

  @Get(paths.kind)
  @Permission('policy:read')
  find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    sendTagged(request, reply, this.#kinds.find(id));
  }
}
