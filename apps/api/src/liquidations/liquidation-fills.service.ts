import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { LiquidationFillRequest } from '@backstop/contracts';
import { canonicalJson } from '@backstop/core/canonical';
import {
  compare,
  decimal,
  equals,
  formatDecimal,
  multiply,
  storedDecimal,
  subtract,
  type Decimal,
} from '@backstop/core/num';
import { decimalOf } from '@backstop/core/policy';
import { actorOf } from '../access/actor-of.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { UnitOfWork, type Answer, type Transaction } from '../persistence/unit-of-work.ts';
import { checkWholeLots } from '../funds/check-whole-lots.ts';
import { filledPart, type AskedFill, type FilledPart } from './filled-part.ts';
import { FillBookingService, type BookedFill } from './fill-booking.service.ts';
import { fillOutcome } from './fill-outcome.ts';
import { fillResourceOf } from './liquidation-resource.ts';
import { LiquidationReturnRepository } from './liquidation-return.repository.ts';
import { LiquidationRepository, type StoredLiquidation, type StoredStep } from './liquidation.repository.ts';
import { fillableSteps, scopeKey, stepOf, type NumberedStep } from './plan-steps.ts';
import { PlannedLiquidationsService, type PlannedLiquidation } from './planned-liquidations.service.ts';
import { ScopeLossesService, type ScopeClosed } from './scope-losses.service.ts';

/** Fills of liquidations: each is booked once, with all that it brings the fund, or not at all. */
@Injectable()
export class LiquidationFillsService {
  readonly #planned: PlannedLiquidationsService;
  readonly #liquidations: LiquidationRepository;
  readonly #booking: FillBookingService;
  readonly #losses: ScopeLossesService;
  readonly #returns: LiquidationReturnRepository;
  readonly #work: UnitOfWork;
  readonly #clock: Clock;

  constructor(
    planned: PlannedLiquidationsService,
    liquidations: LiquidationRepository,
    booking: FillBookingService,
    losses: ScopeLossesService,
    returns: LiquidationReturnRepository,
    work: UnitOfWork,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#planned = planned;
    this.#liquidations = liquidations;
    this.#booking = booking;
    this.#losses = losses;
    this.#returns = returns;
    this.#work = work;
    this.#clock = clock;
  }

  /**
   * Books a fill: the liquidation is held, then the compartment. One that reached the market before its liquidation was ended is
   * booked as long as no other has begun. The venue's id makes it exactly once whatever key it comes
   * with; told again with the same figures it has the same answer, even after the liquidation ended.
   */
  async fill(request: FastifyRequest, id: string, fill: LiquidationFillRequest): Promise<Answer> {
    const who = actorOf(request);
    const actor = who.kind === 'key' ? `key:${who.id}` : who.id;
    return this.#work.answerOnce({ request, actor }, async (manager) => {
      const liquidation = await this.#liquidations.lock(manager, id);
      if (liquidation === null) {
        throw new ProblemError('liquidation_not_found', `there is no liquidation ${id.slice(0, 200)}`);
      }
      const steps = await this.#liquidations.steps(id, manager);
      const step = steps.find((each) => each.step === fill.step);
      if (step === undefined) {
        throw new ProblemError(
          'liquidation_step_not_found',
          `step ${String(fill.step)} is none that fills are held against`,
        );
      }
      const asked = askedText(id, fill);
      const { account } = liquidation;
      const { contract } = step;
      const known = await this.#liquidations.fillOf(manager, { account, contract, fillId: fill.fillId });
      if (known !== null) {
        if (known.asked === asked) {
          return {
            status: 200,
            headers: {},
            body: fillResourceOf(known, await this.#closed(manager, id)),
          };
        }
        throw new ProblemError('fill_must_be_recorded_once', `fill ${fill.fillId} was recorded with other figures`);
      }
      if (liquidation.state === 'ended' && (await this.#liquidations.hasLater(manager, liquidation))) {
        const detail = 'it was ended, and the plan of another that was begun since reckons with what is left';
        throw new ProblemError('liquidation_must_be_open', detail);
      }
      checkFits(step, fill);
      return this.#book(manager, { liquidation, step, steps, fill, asked, actor });
    });
  }

  async #book(manager: Transaction, { liquidation, step, steps, fill, asked, actor }: Booking): Promise<Answer> {
    const [fillId, at] = [randomUUID(), this.#clock()];
    const planned = await this.#planned.of(liquidation);
    const numbered = stepOf(planned.plan, step.step);
    const part = partOf(planned, numbered, {
      fill,
      before: storedDecimal(step.filled),
      startedAt: liquidation.recordedAt,
      at,
    });
    checkPrice(part, fill);
    checkWholeLots(part.contract, decimalOf(fill.size), exactLeft(step.size, step.filled));
    const about = { id: fillId, account: liquidation.account, at, recordedBy: actor };
    const left = leftAfter(steps, step, part.until);
    const { scope } = numbered;
    const closes = !hasStepIn(planned, scopeKey(scope), left);
    if (closes) await this.#losses.hold(manager, liquidation.id, part.compartment?.name ?? null);
    const booked: BookedFill = await this.#booking.book(manager, part, about);
    const outcome = fillOutcome({ id: fillId, liquidation: liquidation.id, fill, part, booked, at, by: actor });
    const text = JSON.stringify(outcome);
    const { account } = liquidation;
    const sequence = await this.#liquidations.addFill(manager, {
      ...{ id: fillId, liquidation: liquidation.id, step: step.step, account, contract: step.contract },
      ...{ fillId: fill.fillId, size: fill.size, asked, outcome: text, recordedAt: at, recordedBy: actor },
    });
    const isDone = left.length === 0;
    if (isDone && liquidation.state === 'open') {
      await this.#liquidations.close(manager, liquidation.id, { state: 'done', at, by: actor, reason: null });
    }
    const closing = { liquidation: liquidation.id, scope, fill: fillId, at, recordedBy: actor };
    const closed: ScopeClosed = closes ? await this.#losses.close(manager, planned, closing) : OPEN;
    const { fee, deficit, bookedFees, bookedSurplus, uncovered, isBeyondLimit, isBelowFloor } = outcome;
    await appendAudit(manager, {
      ...{ at, actor, act: 'liquidation.filled', subject: `liquidation:${liquidation.id}`, before: null, after: null },
      details: {
        ...{ account, fill: fillId, step: step.step, fee, deficit, bookedFees, bookedSurplus, uncovered, isDone },
        ...{ isBeyondLimit, isBelowFloor, losses: closed.losses.length, returns: closed.returns.length },
      },
    });
    return { status: 201, headers: {}, body: fillResourceOf({ sequence, outcome: text }, closed) };
  }

  async #closed(manager: Transaction, id: string): Promise<ScopeClosed> {
    const losses = await this.#liquidations.losses(id, manager);
    return { losses, returns: await this.#returns.of(id, manager) };
  }
}

/** Of a fill that closes no scope. */
const OPEN: ScopeClosed = { returns: [], losses: [] };

/** When and after how much of its step a fill comes. */
interface FillMoment {
  readonly fill: LiquidationFillRequest;
  readonly before: Decimal;
  /** Of the liquidation; what its history says of the scope comes first. */
  readonly startedAt: number;
  readonly at: number;
}

/** The fill in the market and under the set that its liquidation was planned with. */
function partOf(
  { set, account, market, history }: PlannedLiquidation,
  numbered: NumberedStep,
  { fill, before, startedAt: begunAt, at }: FillMoment,
): FilledPart {
  const startedAt = history[scopeKey(numbered.scope)]?.startedAt ?? begunAt;
  const asked: AskedFill = {
    before,
    size: decimalOf(fill.size),
    price: fill.price === undefined ? null : decimalOf(fill.price),
    fee: fill.fee === undefined ? null : decimalOf(fill.fee),
    elapsed: Math.max(0, at - startedAt),
  };
  return filledPart({ set, account, market, numbered }, asked);
}

/** Numbers of the steps that are not filled yet, one of them filled until now. */
function leftAfter(steps: readonly StoredStep[], step: StoredStep, until: Decimal): readonly number[] {
  const isLeft = (each: StoredStep): boolean =>
    !equals(each === step ? until : storedDecimal(each.filled), storedDecimal(each.size));
  return steps.filter(isLeft).map((each) => each.step);
}

function hasStepIn({ plan }: PlannedLiquidation, key: string, numbers: readonly number[]): boolean {
  return fillableSteps(plan).some(({ number, scope }) => scopeKey(scope) === key && numbers.includes(number));
}

interface Booking {
  readonly liquidation: StoredLiquidation;
  readonly step: StoredStep;
  readonly steps: readonly StoredStep[];
  readonly fill: LiquidationFillRequest;
  readonly asked: string;
  readonly actor: string;
}

/** What a fill says, whichever way its decimals are written. */
function askedText(liquidation: string, { step, size, price, fee }: LiquidationFillRequest): string {
  const text = (amount: string | undefined): string | null =>
    amount === undefined ? null : formatDecimal(decimalOf(amount));
  return canonicalJson({ liquidation, step, size: text(size), price: text(price), fee: text(fee) });
}

function checkFits({ step, type, size, filled }: StoredStep, fill: LiquidationFillRequest): void {
  if ((type === 'takeover') !== (fill.price === undefined)) {
    const detail = type === 'takeover' ? 'the fund takes it at its bankruptcy amount' : 'an order is filled at a price';
    throw new ProblemError('fill_price_must_fit_step', `step ${String(step)} is of type ${type}: ${detail}`);
  }
  const left = exactLeft(size, filled);
  if (compare(decimalOf(fill.size), left) > 0) {
    throw new ProblemError('fill_must_not_exceed_step', `${formatDecimal(left)} of step ${String(step)} are left`);
  }
}

/** So many times above or below the mark a price is taken for mistyped, unless it is said to be meant. */
const FAR = decimal(5n);

function checkPrice({ markPrice }: FilledPart, { price, isPriceMeant = false }: LiquidationFillRequest): void {
  if (price === undefined || isPriceMeant) return;
  const filled = decimalOf(price);
  if (compare(filled, multiply(markPrice, FAR)) <= 0 && compare(markPrice, multiply(filled, FAR)) <= 0) return;
  const detail = `${price} is more than ${formatDecimal(FAR)} times away from the mark of ${formatDecimal(markPrice)} that it was planned at; \`isPriceMeant\` books it`;
  throw new ProblemError('fill_price_must_be_meant', detail);
}

function exactLeft(size: string, filled: string): Decimal {
  return subtract(storedDecimal(size), storedDecimal(filled));
}
