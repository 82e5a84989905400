import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { paths, policyListQuery, policySetQuery, versionListQuery } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { sendTagged } from '../http/etag.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { parseQuery } from '../http/parse-query.ts';
import { PoliciesService } from './policies.service.ts';

@Controller()
export class PoliciesController {
  readonly #policies: PoliciesService;

  constructor(policies: PoliciesService) {
    this.#policies = policies;
  }

  @Get(paths.policies)
  @Permission('policy:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(policyListQuery, request.query);
    const { rows, total } = await this.#policies.list(query);
    void reply.headers(pageHeaders('policies', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.policy)
  @Permission('policy:read')
  async find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendTagged(request, reply, await this.#policies.find(id));
  }

  @Get(paths.policyVersions)
  @Permission('policy:read')
  async versions(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(versionListQuery, request.query);
    const { rows, total } = await this.#policies.versions(id, query);
    void reply.headers(pageHeaders('versions', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.policyVersion)
  @Permission('policy:read')
  async version(
    @Param('id') id: string,
    @Param('version') version: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendTagged(request, reply, await this.#policies.version(id, version));
  }

  @Get(paths.currentPolicySet)
  @Permission('policy:read')
  async currentSet(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(policySetQuery, request.query);
    const set = await this.#policies.currentSet(query);
    // The instant asked is the clock's where the query names none: that alone makes no other set.
    sendTagged(request, reply, set, { ...set, asOf: query.asOf });
  }
}
