import { Controller, Delete, Get, HttpCode, Param, Put, Req, Res } from '@nestjs/common';
import { paths } from '@backstop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { PresenceService } from './presence.service.ts';

/** Who is editing a change. Whoever it is comes from the session: nobody is made present by another. */
@Controller()
export class PresenceController {
  readonly #presence: PresenceService;

  constructor(presence: PresenceService) {
    this.#presence = presence;
  }

  @Get(paths.changePresence)
  @Permission('change:read')
  async read(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, { status: 200, headers: {}, body: await this.#presence.read(id) });
  }

  @Put(paths.changePresence)
  @Permission('change:write')
  async stay(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, { status: 200, headers: {}, body: await this.#presence.stay(id, personOf(request)) });
  }

  @Delete(paths.changePresence)
  @HttpCode(204)
  @Permission('change:write')
  async leave(@Param('id') id: string, @Req() request: FastifyRequest): Promise<void> {
    await this.#presence.leave(id, personOf(request));
  }
}
