import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { LOG, type Log } from '../log/log.ts';
import { leastRecentlyUsed } from '../persistence/least-recently-used.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { PolicyVersionRepository } from './policy-version.repository.ts';
import { untilKnownAt, type ApprovedVersion } from './stored-version.ts';
import { TimelineListener } from './timeline-listener.ts';
import { timelineView, type TimelineView } from './timeline-view.ts';

/** An approval takes effect no sooner than so long after it commits: what was confirmed is good for as long. */
export const NOTICE_MS = 2000;

const POLL_MS = 500;
const PATIENCE_MS = 1500;
const PAST_VIEWS_MAX = 8;

/**
 * What is in force through time, kept in memory. It is confirmed against the database at an interval, and at once where
 * a write is heard of: the interval is what counts, since what is told may get lost.
 */
@Injectable()
export class TimelineService implements OnApplicationShutdown {
  readonly #versions: PolicyVersionRepository;
  readonly #listener: TimelineListener;
  readonly #clock: Clock;
  readonly #log: Log;
  #revision = '';
  #approved: readonly ApprovedVersion[] = [];
  #view: TimelineView = timelineView([]);
  /** When the confirming query was begun: by the wall, and by a clock that nobody sets. */
  #confirmed = { wall: -Infinity, steady: -Infinity };
  #pastViews = leastRecentlyUsed<TimelineView>(PAST_VIEWS_MAX);
  #confirming: Promise<void> | null = null;
  #poll: NodeJS.Timeout | null = null;
  #stopListening: (() => void) | null = null;
  #isFailing = false;

  constructor(
    versions: PolicyVersionRepository,
    listener: TimelineListener,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#versions = versions;
    this.#listener = listener;
    this.#clock = clock;
    this.#log = log;
  }

  /** Reads the timeline and keeps confirming it from then on. */
  async start(): Promise<void> {
    await this.confirm();
    const report = (error: unknown): void => {
      if (!this.#isFailing) this.#log.error({ error }, 'the policy set cannot be confirmed');
      this.#isFailing = true;
    };
    this.#poll = setInterval(() => {
      this.confirm().catch(report);
    }, POLL_MS).unref();
    this.#stopListening = this.#listener.start(() => {
      this.#confirmAnew().catch(report);
    });
  }

  onApplicationShutdown(): void {
    if (this.#poll !== null) clearInterval(this.#poll);
    this.#poll = null;
    this.#stopListening?.();
    this.#stopListening = null;
  }

  /** Whether nothing that is in force at an instant can have been approved unseen. */
  isConfirmedFor(at: Instant): boolean {
    return performance.now() <= this.#confirmed.steady + NOTICE_MS && at <= this.#confirmed.wall + NOTICE_MS;
  }

  /** The timeline, confirmed for an instant; tries at once to confirm it, and refuses where that fails. */
  async viewFor(at: Instant): Promise<TimelineView> {
    if (!this.isConfirmedFor(at)) await this.#confirmSoon();
    // The first try may have joined one that was begun too early for this instant.
    if (!this.isConfirmedFor(at)) await this.#confirmSoon();
    if (!this.isConfirmedFor(at)) throw notConfirmed('the confirmation took too long');
    return this.#view;
  }

  /** The timeline as last confirmed; only after `isConfirmedFor` has said yes. */
  view(): TimelineView {
    return this.#view;
  }

  /** The timeline as far as it had been approved by an instant. */
  viewKnownAt(recordedAt: Instant): TimelineView {
    const known = this.#approved
      .filter(({ approvedAt }) => approvedAt <= recordedAt)
      .map((each) => ({ ...each, effectiveUntil: untilKnownAt(each.effectiveUntil, each.emergency, recordedAt) }));
    return this.#pastViews(recordedAt, () => timelineView(known));
  }

  /** Every approved version, as the database has them now. */
  async approved(): Promise<readonly ApprovedVersion[]> {
    await this.confirm();
    return this.#approved;
  }

  /**
   * The same on the connection of a transaction: whoever has one never waits for a second, which all who wait may have.
   * Where the transaction holds the timeline, what it reads cannot be outdated.
   */
  async approvedIn(manager: Transaction): Promise<readonly ApprovedVersion[]> {
    const known = { revision: this.#revision, versions: this.#approved };
    if ((await this.#versions.revision(manager)) === known.revision) return known.versions;
    return (await this.#versions.approvedIn(manager, known)).versions;
  }

  /** Asks the database whether anything was approved or cancelled since, and reads the timeline anew if so. */
  confirm(): Promise<void> {
    this.#confirming ??= this.#confirmOnce().finally(() => {
      this.#confirming = null;
    });
    return this.#confirming;
  }

  /** What is under way may have looked before the write that was heard of: then another look is needed. */
  async #confirmAnew(): Promise<void> {
    if (this.#confirming !== null) await Promise.allSettled([this.#confirming]);
    await this.confirm();
  }

  async #confirmOnce(): Promise<void> {
    const begun = { wall: this.#clock(), steady: performance.now() };
    if ((await this.#versions.revision()) !== this.#revision) {
      const known = { revision: this.#revision, versions: this.#approved };
      const { revision, versions } = await this.#versions.approved(known);
      this.#approved = versions;
      this.#view = timelineView(versions);
      this.#pastViews = leastRecentlyUsed(PAST_VIEWS_MAX);
      this.#revision = revision;
      this.#log.info({ revision, versions: versions.length }, 'policy timeline read');
    }
    this.#confirmed = begun;
    this.#isFailing = false;
  }

  async #confirmSoon(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('the database did not answer in time'));
      }, PATIENCE_MS);
    });
    try {
      await Promise.race([this.confirm(), late]);
    } catch (error) {
      this.#log.debug({ error }, 'the policy set cannot be confirmed');
      throw notConfirmed('the database does not answer');
    } finally {
      clearTimeout(timer);
    }
  }
}

function notConfirmed(reason: string): ProblemError {
  return new ProblemError('policy_set_not_confirmed', `the policy set cannot be confirmed: ${reason}`, {
    headers: { 'retry-after': '1' },
  });
}
