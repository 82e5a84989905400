import { Readable } from 'node:stream';
import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { bookSnapshotListQuery, paths } from '@backstop/contracts';
import { Permission } from '../access/permission.ts';
import { sendTagged } from '../http/etag.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { parseQuery } from '../http/parse-query.ts';
import { ProblemError } from '../http/problem-error.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { BookSnapshotsService } from './book-snapshots.service.ts';

@Controller()
export class BookSnapshotsController {
  readonly #snapshots: BookSnapshotsService;

  constructor(snapshots: BookSnapshotsService) {
    this.#snapshots = snapshots;
  }

  @Post(paths.bookSnapshots)
  @Permission('book:write', { streamsBody: true })
  async add(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!(request.body instanceof Readable)) {
      throw new ProblemError('media_type_must_be_supported', 'the body of this route is application/x-ndjson');
    }
    sendAnswer(reply, await this.#snapshots.add(request, request.body));
  }

  @Get(paths.bookSnapshots)
  @Permission('book:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(bookSnapshotListQuery, request.query);
    const { rows, total } = await this.#snapshots.list(query);
    void reply.headers(pageHeaders('snapshots', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.bookSnapshot)
  @Permission('book:read')
  async find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendTagged(request, reply, await this.#snapshots.find(id));
  }
}
