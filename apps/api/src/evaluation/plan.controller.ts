import { Readable } from 'node:stream';
import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { liquidationPlanQuery, paths, type LiquidationPlanResponse } from '@backstop/contracts';
import { actorOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PlanService } from './plan.service.ts';

@Controller()
export class PlanController {
  readonly #plans: PlanService;

  constructor(plans: PlanService) {
    this.#plans = plans;
  }

  @Post(paths.liquidations)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('evaluate')
  async plan(@Body() body: unknown, @Req() request: FastifyRequest): Promise<LiquidationPlanResponse> {
    if (body instanceof Readable) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/json');
    }
    if (body === undefined) throw new ProblemError('body_must_be_json', 'there is no body');
    const plan = await this.#plans.plan(body, parseQuery(liquidationPlanQuery, request.query), actorOf(request));
    return plan as LiquidationPlanResponse;
  }
}
