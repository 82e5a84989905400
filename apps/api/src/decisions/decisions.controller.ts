import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  auditVerificationRequest,
  decisionListQuery,
  decisionReplayQuery,
  paths,
  type AuditVerificationResource,
  type DecisionReplay,
  type LoggedDecision,
} from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { nextLink } from '../http/next-link.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { DecisionsService } from './decisions.service.ts';

const EXPORT_HEADERS = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'content-disposition': 'attachment; filename="decisions.ndjson"',
  'cache-control': 'no-store',
};

@Controller()
export class DecisionsController {
  readonly #decisions: DecisionsService;

  constructor(decisions: DecisionsService) {
    this.#decisions = decisions;
  }

  @Get(paths.decisions)
  @Permission('decision:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#decisions.list(parseQuery(decisionListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Post(paths.decisionVerification)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('audit:read')
  verify(@Body() body: unknown): Promise<AuditVerificationResource> {
    return this.#decisions.verify(parseBody(auditVerificationRequest, body ?? {}).checkpoints);
  }

  @Get(paths.decisionExport)
  @Permission('audit:read')
  export(@Res() reply: FastifyReply): void {
    // A page ahead of the reader at most: who does not read is not worked for.
    void reply.headers(EXPORT_HEADERS).send(Readable.from(this.#decisions.export(), { highWaterMark: 1 }));
  }

  @Get(paths.decision)
  @Header('cache-control', 'no-store')
  @Permission('decision:read')
  read(@Param('id') id: string): Promise<LoggedDecision> {
    return this.#decisions.read(id);
  }

  @Post(paths.decisionReplay)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('decision:read')
  replay(@Param('id') id: string, @Req() request: FastifyRequest): Promise<DecisionReplay> {
    const { explain } = parseQuery(decisionReplayQuery, request.query);
    return this.#decisions.replay(id, explain === 'full');
  }
}
