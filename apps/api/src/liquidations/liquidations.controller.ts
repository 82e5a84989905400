import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  liquidationEndRequest,
  liquidationFillRequest,
  liquidationListQuery,
  liquidationPlanQuery,
  paths,
} from '@backstop/contracts';
import { actorOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { PlanService } from '../evaluation/plan.service.ts';
import { nextLink } from '../http/next-link.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { LiquidationFillsService } from './liquidation-fills.service.ts';
import { LiquidationsService } from './liquidations.service.ts';

@Controller()
export class LiquidationsController {
  readonly #plans: PlanService;
  readonly #liquidations: LiquidationsService;
  readonly #fills: LiquidationFillsService;

  constructor(plans: PlanService, liquidations: LiquidationsService, fills: LiquidationFillsService) {
    this.#plans = plans;
    this.#liquidations = liquidations;
    this.#fills = fills;
  }

  @Post(paths.liquidations)
  @Permission('evaluate')
  async plan(@Body() body: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (body instanceof Readable) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/json');
    }
    if (body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
    const query = parseQuery(liquidationPlanQuery, request.query);
    if (query.dryRun === 'false') {
      sendAnswer(reply, await this.#liquidations.begin(request, body, query));
      return;
    }
    const plan = await this.#plans.plan(body, query, actorOf(request));
    sendAnswer(reply, { status: 200, headers: { 'cache-control': 'no-store' }, body: plan });
  }

  @Get(paths.liquidations)
  @Permission('loss:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#liquidations.list(parseQuery(liquidationListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Get(paths.liquidation)
  @Permission('loss:read')
  async find(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, { status: 200, headers: {}, body: await this.#liquidations.find(id) });
  }

  @Post(paths.liquidationFills)
  @Permission('liquidation:write')
  async fill(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.#fills.fill(request, id, parseBody(liquidationFillRequest, body)));
  }

  @Post(paths.liquidationEnd)
  @Permission('liquidation:write')
  async end(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = parseBody(liquidationEndRequest, body);
    sendAnswer(reply, await this.#liquidations.end(request, id, reason));
  }
}
