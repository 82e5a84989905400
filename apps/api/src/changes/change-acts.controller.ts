import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import {
  approvalRequest,
  emergencyRequest,
  paths,
  plainActRequest,
  rejectionRequest,
  submissionQuery,
} from '@backstop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { personOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { checkIfMatch } from '../http/if-match.ts';
import { parseBody } from '../http/parse-body.ts';
import { parseQuery } from '../http/parse-query.ts';
import { sendAnswer } from '../http/send-answer.ts';
import { CancellationService } from './cancellation.service.ts';
import { ChangeViewService } from './change-view.service.ts';
import { ChangeWritesService } from './change-writes.service.ts';
import { ChangesService } from './changes.service.ts';
import { EmergencyService } from './emergency.service.ts';
import { ReviewService } from './review.service.ts';
import { sendChange, tagOf } from './send-change.ts';
import { SubmissionService } from './submission.service.ts';

/** What is done to a change: each act in one transaction, on the revision that its actor has read. */
@Controller()
export class ChangeActsController {
  readonly #changes: ChangesService;
  readonly #submission: SubmissionService;
  readonly #review: ReviewService;
  readonly #cancellation: CancellationService;
  readonly #emergency: EmergencyService;
  readonly #view: ChangeViewService;
  readonly #writes: ChangeWritesService;

  constructor(
    changes: ChangesService,
    submission: SubmissionService,
    review: ReviewService,
    cancellation: CancellationService,
    emergency: EmergencyService,
    view: ChangeViewService,
    writes: ChangeWritesService,
  ) {
    this.#changes = changes;
    this.#submission = submission;
    this.#review = review;
    this.#cancellation = cancellation;
    this.#emergency = emergency;
    this.#view = view;
    this.#writes = writes;
  }

  @Post(paths.changeSubmit)
  @HttpCode(200)
  @Permission('change:write')
  async submit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    parseBody(plainActRequest, request.body);
    const { dryRun } = parseQuery(submissionQuery, request.query);
    const by = personOf(request);
    const read = await this.#changes.find(id);
    checkIfMatch(request, tagOf(read));
    if (dryRun === 'true') {
      sendAnswer(reply, { status: 200, headers: {}, body: await this.#submission.trial(read, request, by) });
      return;
    }
    const evidence = await this.#submission.gather(read);
    await this.#writes.write(id, request, (transaction, stored) =>
      this.#submission.submit(transaction, stored, evidence, by),
    );
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeApprove)
  @HttpCode(200)
  @Permission('change:review')
  async approve(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const said = parseBody(approvalRequest, request.body);
    const by = personOf(request);
    await this.#writes.writeTimeline(id, request, (transaction, stored) =>
      this.#review.approve(transaction, stored, { by, ...said }),
    );
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeReject)
  @HttpCode(200)
  @Permission('change:review')
  async reject(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const said = parseBody(rejectionRequest, request.body);
    const by = personOf(request);
    await this.#writes.write(id, request, (transaction, stored) =>
      this.#review.reject(transaction, stored, { by, ...said }),
    );
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeWithdraw)
  @HttpCode(200)
  @Permission('change:write')
  async withdraw(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = parseBody(plainActRequest, request.body);
    const by = personOf(request);
    await this.#writes.write(id, request, (transaction, stored) =>
      this.#review.withdraw(transaction, stored, by, reason),
    );
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeCancel)
  @HttpCode(200)
  @Permission('change:cancel')
  async cancel(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = parseBody(plainActRequest, request.body);
    const by = personOf(request);
    await this.#writes.writeTimeline(id, request, (transaction, stored) =>
      this.#cancellation.cancel(transaction, stored, by, reason),
    );
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeEmergency)
  @HttpCode(200)
  @Permission('change:emergency')
  async activate(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const said = parseBody(emergencyRequest, request.body);
    const by = personOf(request);
    await this.#writes.writeTimeline(id, request, (transaction, stored) =>
      this.#emergency.activate(transaction, stored, { by, ...said }),
    );
    sendChange(reply, await this.#view.view(id, by));
  }

  @Post(paths.changeConfirm)
  @HttpCode(200)
  @Permission('change:review')
  async confirm(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = parseBody(plainActRequest, request.body);
    const by = personOf(request);
    await this.#writes.writeTimeline(id, request, (transaction, stored) =>
      this.#review.confirm(transaction, stored, by, reason),
    );
    sendChange(reply, await this.#view.view(id, by));
  }
}
