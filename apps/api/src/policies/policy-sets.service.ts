import { Inject, Injectable } from '@nestjs/common';
import { instantsOf } from '@backstop/core/change';
import type { PolicySet } from '@backstop/core/policy';
import { formatInstant, parseInstant, type Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ShadowSet } from './shadow-sets.ts';
import type { SetInForce, TimelineView } from './timeline-view.ts';
import { NOTICE_MS, TimelineService } from './timeline.service.ts';

/** Which set is asked for: the one in force at `asOf`, as far as had been approved by `recordedAt`. */
export interface SetQuestion {
  readonly asOf?: string | undefined;
  readonly recordedAt?: string | undefined;
}

/** Answers which policy set was in force when. */
@Injectable()
export class PolicySetsService {
  readonly #timeline: TimelineService;
  readonly #clock: Clock;

  constructor(timeline: TimelineService, @Inject(CLOCK) clock: Clock) {
    this.#timeline = timeline;
    this.#clock = clock;
  }

  /** The set that query parameters ask for; now where they name no instant. */
  async asked({ asOf, recordedAt }: SetQuestion): Promise<{ readonly asOf: Instant; readonly inForce: SetInForce }> {
    const at = asOf === undefined ? this.#clock() : readInstant(asOf, '/asOf');
    return { asOf: at, inForce: await this.inForce(at, readRecordedAt(recordedAt)) };
  }

  /** The set in force at an instant, which must not lie in the future. */
  async inForce(asOf: Instant, recordedAt: Instant | null): Promise<SetInForce> {
    return this.inForceNow(asOf, recordedAt) ?? this.#found(await this.#timeline.viewFor(asOf), asOf, recordedAt);
  }

  /** The same without waiting; null where the timeline must first be confirmed. */
  inForceNow(asOf: Instant, recordedAt: Instant | null): SetInForce | null {
    this.refuseFuture(asOf);
    if (!this.#timeline.isConfirmedFor(asOf)) return null;
    return this.#found(this.#timeline.view(), asOf, recordedAt);
  }

  /** What stands in shadow at an instant that has just been decided about, so that it is confirmed; null = nothing. */
  shadowNow(asOf: Instant): ShadowSet | null {
    return this.#timeline.view().shadowAt(asOf);
  }

  /** The set with a hash: in force at some instant, past or to come, as far as is approved. The latest of them. */
  async named(hash: string): Promise<PolicySet> {
    const { timeline, setAt } = await this.#timeline.viewFor(this.#clock());
    for (const at of instantsOf(timeline).reverse()) {
      const set = setAt(at)?.set;
      if (set?.hash === hash) return set;
    }
    throw new ProblemError('policy_set_must_be_known', `no policy set ${hash} was in force or is scheduled`);
  }

  /** Refuses an instant that lies further ahead than what is in force can be known. */
  refuseFuture(asOf: Instant): void {
    if (asOf <= this.#clock() + NOTICE_MS) return;
    throw new ProblemError(
      'as_of_must_not_be_in_the_future',
      `what will be in force at ${formatInstant(asOf)} is not known yet`,
    );
  }

  #found(view: TimelineView, asOf: Instant, recordedAt: Instant | null): SetInForce {
    const asked = recordedAt === null ? view : this.#timeline.viewKnownAt(recordedAt);
    const inForce = asked.setAt(asOf);
    if (inForce !== null) return inForce;
    const known = recordedAt === null ? '' : `, as far as was known at ${formatInstant(recordedAt)}`;
    throw new ProblemError('no_policy_set_in_force', `no policy set was in force at ${formatInstant(asOf)}${known}`);
  }
}

/** The instant of a query parameter that its schema has let through: its shape is right, but it may not exist. */
export function readInstant(text: string, path: string): Instant {
  const at = parseInstant(text);
  if (at !== null) return at;
  const problem = { code: 'instant_must_exist', path, message: `there is no instant \`${text}\`` };
  throw new ProblemError('query_must_be_valid', 'one query parameter has a problem', { problems: [problem] });
}

export function readRecordedAt(text: string | undefined): Instant | null {
  return text === undefined ? null : readInstant(text, '/recordedAt');
}
