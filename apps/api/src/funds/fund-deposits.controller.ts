import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fundDepositDecision, fundDepositRequest, fundListQuery, paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { nextLink } from '../http/next-link.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { FundDepositsService } from './fund-deposits.service.ts';

/** What the address of a deposit names. */
interface DepositPath {
  readonly id: string;
  readonly deposit: string;
}

@Controller()
export class FundDepositsController {
  readonly #deposits: FundDepositsService;

  constructor(deposits: FundDepositsService) {
    this.#deposits = deposits;
  }

  @Get(paths.fundDeposits)
  @Permission('fund:read')
  async list(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#deposits.list(id, parseQuery(fundListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Post(paths.fundDeposits)
  @Permission('fund:deposit')
  async ask(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { kind: 'deposit', body: parseBody(fundDepositRequest, body) } as const;
    sendAnswer(reply, await this.#deposits.ask(request, id, asked));
  }

  @Post(paths.fundOpening)
  @Permission('fund:deposit')
  async open(
    @Param('id') id: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { kind: 'opening', body: parseBody(fundDepositRequest, body) } as const;
    sendAnswer(reply, await this.#deposits.ask(request, id, asked));
  }

  @Post(paths.fundDepositApprove)
  @Permission('fund:approve')
  async approve(
    @Param() path: DepositPath,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const decision = { ...parseBody(fundDepositDecision, body), status: 'approved' } as const;
    sendAnswer(reply, await this.#deposits.decide(request, path, decision));
  }

  @Post(paths.fundDepositReject)
  @Permission('fund:approve')
  async reject(
    @Param() path: DepositPath,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const decision = { ...parseBody(fundDepositDecision, body), status: 'rejected' } as const;
    sendAnswer(reply, await this.#deposits.decide(request, path, decision));
  }
}
