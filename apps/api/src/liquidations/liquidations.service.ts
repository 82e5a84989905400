import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import {
  parseLiquidationPlan,
  pathOf,
  paths,
  type LiquidationListQuery,
  type LiquidationPlanQuery,
  type LiquidationResource,
  type LiquidationSummary,
} from '@backstop/contracts';
import { isGranted } from '@backstop/core/access';
import { planLiquidation, type LiquidationPlan } from '@backstop/core/planning';
import { actorOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { appendDecisions } from '../decisions/decision-log.repository.ts';
import type { QuestionBody } from '../decisions/decision-body.ts';
import { planBody } from '../decisions/plan-body.ts';
import { ChosenSetService } from '../evaluation/chosen-set.service.ts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import { ProblemError } from '../http/problem-error.ts';
import { refused } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import { UnitOfWork, type Answer, type Transaction } from '../persistence/unit-of-work.ts';
import { liquidationResourceOf, liquidationSummaryOf } from './liquidation-resource.ts';
import { LiquidationReturnRepository } from './liquidation-return.repository.ts';
import { LiquidationRepository, type StoredLiquidation } from './liquidation.repository.ts';
import { fillableSteps } from './plan-steps.ts';

/** Fills that an answer itself holds. */
const FILLS_SHOWN = 500;

/** Liquidations that are done, not only planned: begun, read and ended. */
@Injectable()
export class LiquidationsService {
  readonly #chosen: ChosenSetService;
  readonly #liquidations: LiquidationRepository;
  readonly #returns: LiquidationReturnRepository;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(
    chosen: ChosenSetService,
    liquidations: LiquidationRepository,
    returns: LiquidationReturnRepository,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#chosen = chosen;
    this.#liquidations = liquidations;
    this.#returns = returns;
    this.#work = work;
    this.#clock = clock;
  }

  /** Plans under the set in force and stores the plan, with its entry in the log of decisions; of one account one at a time. */
  async begin(request: FastifyRequest, body: unknown, query: LiquidationPlanQuery): Promise<Answer> {
    const actor = actorOf(request);
    if (!isGranted(actor, 'liquidation:write')) {
      const detail = 'beginning a liquidation takes `liquidation:write`; `dryRun=true` plans it';
      throw new ProblemError('permission_denied', detail);
    }
    if (request.headers['idempotency-key'] === undefined) {
      throw new ProblemError(
        'idempotency_key_required',
        'a liquidation is begun under a key, so that it is begun once',
      );
    }
    const parsed = parseLiquidationPlan(body);
    if (!parsed.ok) throw refused(parsed.problems);
    const { account, market, history } = parsed.value;
    const by = actor.kind === 'key' ? `key:${actor.id}` : actor.id;
    return this.#work.answerOnce({ request, actor: by }, async (manager) => {
      const { set, asOf } = await this.#chosen.of(query, market, actor);
      checkAge(asOf, this.#clock());
      const planned = planLiquidation({ set, account, market, asOf, history, sha256 });
      if (!planned.ok) throw refused(planned.problems);
      const told = { set, account, market, asOf, history, recordedAt: null, actor, at: this.#clock() };
      const logged = planBody({ ...told, plan: planned.value });
      const stored = await this.#store(manager, { plan: planned.value, logged, by, at: told.at });
      const steps = await this.#liquidations.steps(stored.id, manager);
      const headers = { location: pathOf(paths.liquidation, { id: stored.id }) };
      return {
        status: 201,
        headers,
        body: liquidationResourceOf(stored, { steps, fills: [], returns: [], losses: [] }),
      };
    });
  }

  /** Ends an open one: what is not filled stays so. */
  async end(request: FastifyRequest, id: string, reason: string): Promise<Answer> {
    const actor = actorOf(request);
    const by = actor.kind === 'key' ? `key:${actor.id}` : actor.id;
    return this.#work.answerOnce({ request, actor: by }, async (manager) => {
      const open = await this.#liquidations.lock(manager, id);
      if (open === null) throw notFound(id);
      if (open.state !== 'open') {
        throw new ProblemError('liquidation_must_be_open', `the liquidation is ${open.state} already`);
      }
      const at = this.#clock();
      await this.#liquidations.close(manager, id, { state: 'ended', at, by, reason });
      await appendAudit(manager, {
        ...{ at, actor: by, act: 'liquidation.ended', subject: `liquidation:${id}` },
        ...{ before: null, after: null, details: { account: open.account, reason } },
      });
      const ended = { ...open, state: 'ended', closedAt: at, closedBy: by, reason } as const;
      return { status: 200, headers: {}, body: liquidationSummaryOf(ended) };
    });
  }

  async list(query: LiquidationListQuery): Promise<LinkedPage<LiquidationSummary>> {
    const rows = await this.#liquidations.page({ ...query, limit: query.limit + 1 });
    return linkedPage(rows.map(liquidationSummaryOf), query.limit);
  }

  async find(id: string): Promise<LiquidationResource> {
    const stored = await this.#liquidations.find(id);
    if (stored === null) throw notFound(id);
    const [steps, fills, returns, losses] = await Promise.all([
      this.#liquidations.steps(stored.id),
      this.#liquidations.fills(stored.id, FILLS_SHOWN),
      this.#returns.of(stored.id),
      this.#liquidations.losses(stored.id),
    ]);
    return liquidationResourceOf(stored, { steps, fills, returns, losses });
  }

  async #store(
    manager: Transaction,
    {
      plan,
      logged,
      by,
      at,
    }: { readonly plan: LiquidationPlan; readonly logged: QuestionBody; readonly by: string; readonly at: number },
  ): Promise<StoredLiquidation> {
    const { account } = logged;
    const steps = fillableSteps(plan);
    if (steps.length === 0) {
      const detail = plan.scopes.map(({ end }) => end.sentence).join('; ');
      throw new ProblemError('liquidation_must_have_steps', detail);
    }
    await this.#liquidations.lockAccount(manager, account);
    const open = await this.#liquidations.openOf(manager, account);
    if (open !== null) {
      throw new ProblemError('liquidation_must_be_the_only_open', `${account} is being liquidated by ${open}`);
    }
    const before = await this.#liquidations.ofPlan(manager, plan.planId);
    if (before !== null) {
      throw new ProblemError('liquidation_must_be_begun_once', `the same plan was begun as ${before}`);
    }
    const id = randomUUID();
    const stored = await this.#liquidations.add(
      manager,
      {
        ...{ id, account, policySet: plan.policySet.hash, inputHash: plan.inputHash, planId: plan.planId },
        ...{ recordedAt: at, recordedBy: by, input: JSON.stringify(logged.input), plan: logged.decision },
      },
      steps.map(({ number, step: { type, contract, size } }) => ({ step: number, type, contract, size })),
    );
    await appendDecisions(manager, [logged]);
    await appendAudit(manager, {
      ...{ at, actor: by, act: 'liquidation.begun', subject: `liquidation:${id}`, before: null },
      ...{ after: logged.decisionDigest, details: { account, planId: plan.planId, steps: steps.length } },
    });
    return stored;
  }
}

/** A service that was away tells what was begun meanwhile; nobody begins under prices and policies of long ago. */
const AGE_MAX_HOURS = 24;

function checkAge(asOf: number, now: number): void {
  if (now - asOf <= AGE_MAX_HOURS * 3_600_000) return;
  const detail = `the market lies more than ${String(AGE_MAX_HOURS)} hours back; \`dryRun=true\` plans in any`;
  throw new ProblemError('liquidation_must_not_be_old', detail);
}

function notFound(id: string): ProblemError {
  return new ProblemError('liquidation_not_found', `there is no liquidation ${id.slice(0, 200)}`);
}
