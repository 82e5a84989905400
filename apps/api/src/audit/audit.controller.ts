import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  auditListQuery,
  auditVerificationRequest,
  checkpointListQuery,
  paths,
  problemsOf,
  type AuditVerificationResource,
} from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { nextLink } from '../http/next-link.ts';
import { parseQuery } from '../http/parse-query.ts';
import { refused } from '../http/refused.ts';
import { AuditService } from './audit.service.ts';

const EXPORT_HEADERS = {
  'content-type': 'application/x-ndjson; charset=utf-8',
  'content-disposition': 'attachment; filename="audit.ndjson"',
  'cache-control': 'no-store',
};

@Controller()
export class AuditController {
  readonly #audit: AuditService;

  constructor(audit: AuditService) {
    this.#audit = audit;
  }

  @Get(paths.audit)
  @Permission('audit:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#audit.list(parseQuery(auditListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Get(paths.auditCheckpoints)
  @Permission('audit:read')
  async checkpoints(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#audit.checkpoints(parseQuery(checkpointListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Post(paths.auditVerification)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('audit:read')
  async verify(@Body() body: unknown): Promise<AuditVerificationResource> {
    const asked = body ?? {};
    const parsed = auditVerificationRequest.safeParse(asked);
    if (!parsed.success) throw refused(problemsOf(parsed.error, auditVerificationRequest, asked));
    return this.#audit.verify(parsed.data.checkpoints);
  }

  @Get(paths.auditExport)
  @Permission('audit:read')
  export(@Res() reply: FastifyReply): void {
    // A page ahead of the reader at most: who does not read is not worked for.
    void reply.headers(EXPORT_HEADERS).send(Readable.from(this.#audit.export(), { highWaterMark: 1 }));
  }
}
