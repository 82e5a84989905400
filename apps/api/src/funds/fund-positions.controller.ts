import { Body, Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fundFillRequest, paths, type FundAccountResource, type FundPositionResource } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { parseBody } from '../http/parse-body.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { FundPositionsService } from './fund-positions.service.ts';

@Controller()
export class FundPositionsController {
  readonly #positions: FundPositionsService;

  constructor(positions: FundPositionsService) {
    this.#positions = positions;
  }

  @Get(paths.fundPositions)
  @Header('cache-control', 'no-store')
  @Permission('fund:read')
  list(@Param('id') id: string): Promise<readonly FundPositionResource[]> {
    return this.#positions.list(id);
  }

  @Post(paths.fundAccount)
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Permission('fund:read')
  account(@Param('id') id: string, @Body() body: unknown): Promise<FundAccountResource> {
    return this.#positions.account(id, body);
  }

  @Post(paths.fundPositionFills)
  @Permission('liquidation:write')
  async sell(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendAnswer(reply, await this.#positions.sell(request, id, parseBody(fundFillRequest, body)));
  }
}
