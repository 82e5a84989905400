import { Readable } from 'node:stream';
import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PenaltiesRecord } from '@backstop/core/evaluation';
import { paths, policySetChoiceQuery } from '@backstop/contracts';
import { actorOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PenaltiesService } from './penalties.service.ts';

@Controller()
export class PenaltiesController {
  readonly #penalties: PenaltiesService;

  constructor(penalties: PenaltiesService) {
    this.#penalties = penalties;
  }

  @Post(paths.penalties)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('evaluate')
  async assess(@Body() body: unknown, @Req() request: FastifyRequest): Promise<PenaltiesRecord> {
    if (body instanceof Readable) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/json');
    }
    if (body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
    return this.#penalties.assess(body, parseQuery(policySetChoiceQuery, request.query), actorOf(request));
  }
}
