import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lossListQuery, lossQuery, lossRowsQuery, lossStandingQuery, paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { nextLink } from '../http/next-link.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { LossesService } from './losses.service.ts';
import { StandingService } from './standing.service.ts';

const CSV_HEADERS = {
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': 'attachment; filename="allocations.csv"',
  'cache-control': 'no-store',
};

@Controller()
export class LossesController {
  readonly #losses: LossesService;
  readonly #standing: StandingService;

  constructor(losses: LossesService, standing: StandingService) {
    this.#losses = losses;
    this.#standing = standing;
  }

  @Post(paths.losses)
  @Permission('loss:try', { streamsBody: true })
  async run(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { dryRun } = parseQuery(lossQuery, request.query);
    sendAnswer(reply, await this.#losses.run(request, dryRun === 'true'));
  }

  @Post(paths.lossStanding)
  @Permission('loss:read', { streamsBody: true })
  async standing(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { account } = parseQuery(lossStandingQuery, request.query);
    const body = await this.#standing.standing(request, account);
    sendAnswer(reply, { status: 200, headers: {}, body });
  }

  @Get(paths.losses)
  @Permission('loss:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#losses.list(parseQuery(lossListQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Get(paths.lossesAsked)
  @Permission('loss:read')
  async asked(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { rows, next } = await this.#losses.asked(parseQuery(lossRowsQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Get(paths.loss)
  @Permission('loss:read')
  async find(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    sendAnswer(reply, { status: 200, headers: {}, body: await this.#losses.find(id) });
  }

  @Get(paths.lossAllocations)
  @Permission('loss:read')
  async allocations(
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { rows, next } = await this.#losses.allocations(id, parseQuery(lossRowsQuery, request.query));
    void reply.headers({ 'cache-control': 'no-store', ...nextLink(request, next) }).send(rows);
  }

  @Get(paths.lossAllocationsCsv)
  @Permission('loss:read')
  async csv(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const lines = await this.#losses.csv(id);
    void reply.headers(CSV_HEADERS).send(Readable.from(lines, { highWaterMark: 1 }));
  }
}
