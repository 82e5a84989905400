import { Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import { approvalRequest, emergencyRequest, paths, plainActRequest, rejectionRequest } from '@backstop/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { EntityManager } from 'typeorm';
import { personOf } from '../access/actor-of.ts';
import { Permission } from '../access/permission.ts';
import { checkIfMatch } from '../http/if-match.ts';
import { parseBody } from '../http/parse-body.ts';
import { UnitOfWork } from '../persistence/unit-of-work.ts';
import { ApprovalRepository } from './approval.repository.ts';
import { CancellationService } from './cancellation.service.ts';
import { ChangeViewService } from './change-view.service.ts';
import { ChangesService } from './changes.service.ts';
import { EmergencyService } from './emergency.service.ts';
import { ReviewService } from './review.service.ts';
import { sendChange, tagOf } from './send-change.ts';
import type { StoredChange } from './stored-change.ts';
import { SubmissionService } from './submission.service.ts';

type Act = (manager: EntityManager, stored: StoredChange, by: Person) => Promise<unknown>;

/** What is done to a change: each act in one transaction, on the revision that its actor has read. */
@Controller()
export class ChangeActsController {
  readonly #changes: ChangesService;
  readonly #submission: SubmissionService;
  readonly #review: ReviewService;
  readonly #cancellation: CancellationService;
  readonly #emergency: EmergencyService;
  readonly #view: ChangeViewService;
  readonly #approvals: ApprovalRepository;
  readonly #work: UnitOfWork;

  constructor(
    changes: ChangesService,
    submission: SubmissionService,
    review: ReviewService,
    cancellation: CancellationService,
    emergency: EmergencyService,
    view: ChangeViewService,
    approvals: ApprovalRepository,
    work: UnitOfWork,
  ) {
    this.#changes = changes;
    this.#submission = submission;
    this.#review = review;
    this.#cancellation = cancellation;
    this.#emergency = emergency;
    this.#view = view;
    this.#approvals = approvals;
    this.#work = work;
  }

  @Post(paths.changeSubmit)
  @HttpCode(200)
  @Permission('change:write')
  async submit(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    parseBody(plainActRequest, request.body);
    const read = await this.#changes.find(id);
    checkIfMatch(request, tagOf(read));
    const evidence = await this.#submission.gather(read);
    await this.#act(id, request, reply, (manager, stored, by) =>
      this.#submission.submit(manager, stored, evidence, by),
    );
  }

  @Post(paths.changeApprove)
  @HttpCode(200)
  @Permission('change:review')
  async approve(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const said = parseBody(approvalRequest, request.body);
    await this.#actOnTimeline(id, request, reply, (manager, stored, by) =>
      this.#review.approve(manager, stored, { by, ...said }),
    );
  }

  @Post(paths.changeReject)
  @HttpCode(200)
  @Permission('change:review')
  async reject(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const said = parseBody(rejectionRequest, request.body);
    await this.#act(id, request, reply, (manager, stored, by) => this.#review.reject(manager, stored, { by, ...said }));
  }

  @Post(paths.changeWithdraw)
  @HttpCode(200)
  @Permission('change:write')
  async withdraw(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = parseBody(plainActRequest, request.body);
    await this.#act(id, request, reply, (manager, stored, by) => this.#review.withdraw(manager, stored, by, reason));
  }

  @Post(paths.changeCancel)
  @HttpCode(200)
  @Permission('change:cancel')
  async cancel(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = parseBody(plainActRequest, request.body);
    await this.#actOnTimeline(id, request, reply, (manager, stored, by) =>
      this.#cancellation.cancel(manager, stored, by, reason),
    );
  }

  @Post(paths.changeEmergency)
  @HttpCode(200)
  @Permission('change:emergency')
  async activate(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const said = parseBody(emergencyRequest, request.body);
    await this.#actOnTimeline(id, request, reply, (manager, stored, by) =>
      this.#emergency.activate(manager, stored, { by, ...said }),
    );
  }

  @Post(paths.changeConfirm)
  @HttpCode(200)
  @Permission('change:review')
  async confirm(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { reason } = parseBody(plainActRequest, request.body);
    await this.#actOnTimeline(id, request, reply, (manager, stored, by) =>
      this.#review.confirm(manager, stored, by, reason),
    );
  }

  async #act(id: string, request: FastifyRequest, reply: FastifyReply, act: Act): Promise<void> {
    const by = personOf(request);
    await this.#work.run(async (manager) => {
      const stored = await this.#changes.findLocked(manager, id);
      checkIfMatch(request, tagOf(stored));
      await act(manager, stored, by);
    });
    sendChange(reply, await this.#view.view(id, by));
  }

  /** The same by one at a time: what is checked against the timeline stays true until it is written. */
  async #actOnTimeline(id: string, request: FastifyRequest, reply: FastifyReply, act: Act): Promise<void> {
    const by = personOf(request);
    await this.#work.run(async (manager) => {
      await this.#approvals.takeTimeline(manager);
      const stored = await this.#changes.findLocked(manager, id);
      checkIfMatch(request, tagOf(stored));
      await act(manager, stored, by);
    });
    sendChange(reply, await this.#view.view(id, by));
  }
}
