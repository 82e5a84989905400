import { Controller, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  changeEdit,
  changeListQuery,
  changeRequest,
  commentRequest,
  pathOf,
  paths,
  rebaseRequest,
  rollBackRequest,
  type EvidenceReport,
  type NoticeDocument,
} from '@backstop/contracts';
import { personOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { pageHeaders } from '../http/page-headers.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { sendTagged } from '../http/etag.ts';
import { UnitOfWork, type Transaction } from '../persistence/unit-of-work.ts';
import { ChangeViewService } from './change-view.service.ts';
import { ChangeWritesService } from './change-writes.service.ts';
import { ChangesService } from './changes.service.ts';
import { DraftsService } from './drafts.service.ts';
import { sendChange } from './send-change.ts';
import { SubmissionService } from './submission.service.ts';

/** Drafts and reading. */
@Controller()
export class ChangesController {
  readonly #changes: ChangesService;
  readonly #drafts: DraftsService;
  readonly #submission: SubmissionService;
  readonly #view: ChangeViewService;
  readonly #writes: ChangeWritesService;
  readonly #work: UnitOfWork;

  constructor(
    changes: ChangesService,
    drafts: DraftsService,
    submission: SubmissionService,
    view: ChangeViewService,
    writes: ChangeWritesService,
    work: UnitOfWork,
  ) {
    this.#changes = changes;
    this.#drafts = drafts;
    this.#submission = submission;
    this.#view = view;
    this.#writes = writes;
    this.#work = work;
  }

  @Get(paths.changes)
  @Permission('change:read')
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const query = parseQuery(changeListQuery, request.query);
    const { rows, total } = await this.#changes.list(query, personOf(request));
    void reply.headers(pageHeaders('changes', { offset: query.offset, count: rows.length, total }));
    sendTagged(request, reply, rows);
  }

  @Get(paths.change)
  @Permission('change:read')
  async find(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    sendChange(reply, await this.#view.view(id, personOf(request)));
  }

  @Get(paths.changeNotice)
  @Permission('change:read')
  async notice(@Param('id') id: string): Promise<NoticeDocument> {
    return this.#view.notice(id);
  }

  @Post(paths.changePreview)
  @HttpCode(200)
  @Permission('change:read')
  async preview(@Param('id') id: string): Promise<EvidenceReport> {
    return this.#submission.preview(await this.#changes.find(id));
  }

  @Post(paths.changes)
  @Permission('change:write')
  async create(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const by = personOf(request);
    const wanted = parseBody(changeRequest, request.body);
    await this.#answerCreated(request, reply, (manager) => this.#changes.create(manager, wanted, by));
  }

  @Post(paths.changeRollBack)
  @Permission('change:write')
  async rollBack(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const by = personOf(request);
    const wanted = parseBody(rollBackRequest, request.body);
    await this.#answerCreated(request, reply, (manager) => this.#drafts.rollBack(manager, wanted, by));
  }

  @Patch(paths.change)
  @Permission('change:write')
  async edit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const by = personOf(request);
    const edit = parseBody(changeEdit, request.body);
    await this.#writes.write(id, request, (transaction, stored) => this.#changes.edit(transaction, stored, edit, by));
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeRebase)
  @HttpCode(200)
  @Permission('change:write')
  async rebase(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const by = personOf(request);
    const { resolutions } = parseBody(rebaseRequest, request.body);
    const conflicts = await this.#writes.write(id, request, (transaction, stored) =>
      this.#drafts.rebase(transaction, stored, resolutions, by),
    );
    if (conflicts.length > 0) this.#drafts.refuseConflicts(reply, request, conflicts);
    else sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeComments)
  @Permission('change:read')
  async comment(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const by = personOf(request);
    const wanted = parseBody(commentRequest, request.body);
    const answer = await this.#work.answerOnce({ request, actor: by.id }, async (manager) => ({
      ...{ status: 201, headers: {} },
      body: await this.#changes.comment(manager, await this.#changes.find(id, manager), wanted, by),
    }));
    sendAnswer(reply, answer);
  }

  /** The draft is read back once it is written: its answer says where it is, and is the same for whoever asks again. */
  async #answerCreated(
    request: FastifyRequest,
    reply: FastifyReply,
    make: (transaction: Transaction) => Promise<string>,
  ): Promise<void> {
    const by = personOf(request);
    const { body, headers } = await this.#work.answerOnce({ request, actor: by.id }, async (manager) => {
      const id = await make(manager);
      return { status: 201, headers: { location: pathOf(paths.change, { id }) }, body: { id } };
    });
    void reply.code(201).headers(headers);
    sendChange(reply, await this.#view.view((body as { id: string }).id, by));
  }
}
