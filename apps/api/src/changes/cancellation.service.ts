import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import { cancelChange, KNOWN_MILLISECONDS, type Change } from '@backstop/core/change';
import type { Instant } from '@backstop/core/venue';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PROBLEMS_MAX } from '../http/refused.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import { ApprovalRepository } from './approval.repository.ts';
import { ChangeRepository } from './change.repository.ts';
import { branchesOf } from './evidence/branches-of.ts';
import { timelineProblems } from './evidence/timeline-problems.ts';
import { refusedAct } from './refused-act.ts';
import type { StoredChange } from './stored-change.ts';

/** An approved change called off before its instant. */
@Injectable()
export class CancellationService {
  readonly #timeline: TimelineService;
  readonly #sets: CompiledSetsService;
  readonly #changes: ChangeRepository;
  readonly #approvals: ApprovalRepository;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    sets: CompiledSetsService,
    changes: ChangeRepository,
    approvals: ApprovalRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#sets = sets;
    this.#changes = changes;
    this.#approvals = approvals;
    this.#clock = clock;
  }

  /** Refused where a scheduled change was written against this one, or where a later set would not stand without it. */
  async cancel(manager: Transaction, stored: StoredChange, by: Person, reason: string): Promise<StoredChange> {
    const at = this.#clock();
    const cancelled = cancelChange(stored.change, by, at);
    if (!cancelled.ok) throw refusedAct(cancelled.refusal);
    const { id } = stored.change;
    const [upon] = await this.#approvals.builtUpon(manager, id, at);
    if (upon !== undefined) {
      const message = `the scheduled change ${upon} was written against it: cancel that one first`;
      throw refusedAct({ code: 'change_must_not_be_built_upon', message });
    }
    const approved = await this.#timeline.approvedIn(manager);
    const problems = branchesOf(approved).flatMap((before) =>
      timelineProblems({ before, after: before.filter(({ change }) => change !== id), from: at }, (set) =>
        this.#sets.tried(set),
      ),
    );
    if (problems.length > 0) {
      throw new ProblemError('change_must_not_break_the_timeline', 'a scheduled set would not stand without it', {
        problems: problems.slice(0, PROBLEMS_MAX),
      });
    }
    return this.write(manager, stored, cancelled.value, { by: by.id, at, reason });
  }

  /**
   * The cancellation itself, of a person or of an emergency that takes the change's place. Refused, just before the
   * commit once more, where some process might not learn of it before the change begins.
   */
  async write(
    manager: Transaction,
    stored: StoredChange,
    cancelled: Change,
    { by, at, reason }: { readonly by: string; readonly at: Instant; readonly reason: string },
  ): Promise<StoredChange> {
    refuseLate(stored.change, at);
    const written = await this.#changes.update(manager, stored, cancelled, { at, by });
    await this.#approvals.announce(manager);
    const digest = stored.change.submission?.digest ?? null;
    await appendAudit(manager, {
      ...{ at, actor: by, act: 'change.cancelled', subject: `change:${stored.change.id}` },
      ...{ before: digest, after: digest, details: { reason } },
    });
    refuseLate(stored.change, this.#clock());
    return written;
  }
}

function refuseLate({ id, approval }: Change, at: Instant): void {
  if (approval === null || at <= approval.effectiveFrom - KNOWN_MILLISECONDS) return;
  const message = `the change ${id} begins too soon to be called off everywhere`;
  throw refusedAct({ code: 'change_must_not_have_begun', message });
}
