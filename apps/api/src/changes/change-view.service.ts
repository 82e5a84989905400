import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import { effectiveUntilOf } from '@backstop/core/change';
import type { Instant } from '@backstop/core/venue';
import type { ChangeEntryResource, ChangeResource, EvidenceReport, NoticeDocument } from '@backstop/contracts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { mistakeOf } from '../http/mistake-of.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PROBLEMS_MAX } from '../http/refused.ts';
import type { ApprovedVersion } from '../policies/stored-version.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import { actsOf } from './acts-of.ts';
import { ApprovalRepository } from './approval.repository.ts';
import { ChangeListRepository } from './change-list.repository.ts';
import {
  changeSummaryOf,
  commentResource,
  entryResource,
  reviewResource,
  submissionResource,
} from './change-resource.ts';
import { ChangeRepository } from './change.repository.ts';
import { ChangesService, inForceFor } from './changes.service.ts';
import { documentProblems } from './evidence/document-problems.ts';
import { numberedVersions } from './numbered-versions.ts';
import { noticeOf } from './notice-of.ts';
import { standingApprovalsAt } from './standing-approvals.ts';
import type { StoredChange } from './stored-change.ts';

/** A change as somebody sees it now. */
@Injectable()
export class ChangeViewService {
  readonly #timeline: TimelineService;
  readonly #changes: ChangeRepository;
  readonly #lists: ChangeListRepository;
  readonly #service: ChangesService;
  readonly #approvals: ApprovalRepository;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    changes: ChangeRepository,
    lists: ChangeListRepository,
    service: ChangesService,
    approvals: ApprovalRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#changes = changes;
    this.#lists = lists;
    this.#service = service;
    this.#approvals = approvals;
    this.#clock = clock;
  }

  /** The change as it is stored now: what has just been written is read back, so that an answer never promises. */
  async view(id: string, by: Person): Promise<ChangeResource> {
    const at = this.#clock();
    const stored = await this.#service.find(id);
    const approved = await this.#timeline.approved();
    const evidence = await this.#service.report(stored);
    const standing = standingApprovalsAt(approved, at);
    const isOpen = stored.change.status === 'draft' || stored.change.status === 'rejected';
    const comments = await this.#changes.comments(id);
    return {
      ...changeSummaryOf(stored, await this.#lists.about(id), { at, standing }),
      entries: await this.#entries(stored, approved, { evidence, at }),
      submission: submissionResource(stored),
      evidence,
      reviews: (await this.#changes.reviews(id)).map((review) => reviewResource(review, stored, at)),
      thread: comments.map(commentResource),
      problems: isOpen ? documentProblems(stored.entries).slice(0, PROBLEMS_MAX).map(mistakeOf) : [],
      acts: actsOf(stored.change, by, at),
    };
  }

  /** What is told to the venue's users; refused where nothing has been put to reviewers yet. */
  async notice(id: string): Promise<NoticeDocument> {
    const stored = await this.#service.find(id);
    const report = await this.#service.report(stored);
    if (report === null) {
      throw new ProblemError('change_must_be_submitted', `the change is ${stored.change.status}: it has no notice yet`);
    }
    const at = this.#clock();
    const approved = await this.#timeline.approved();
    const standing = standingApprovalsAt(approved, at);
    const { phase } = changeSummaryOf(stored, await this.#lists.about(id), { at, standing });
    const until = effectiveUntilOf(stored.change);
    const change = { ...stored.change, effectiveUntil: until };
    const entries = await this.#entries(stored, approved, { evidence: report, at });
    return noticeOf({ ...stored, change }, { report, entries, phase });
  }

  async #entries(
    { change, entries }: StoredChange,
    approved: readonly ApprovedVersion[],
    { evidence, at }: { readonly evidence: EvidenceReport | null; readonly at: Instant },
  ): Promise<ChangeEntryResource[]> {
    const current = inForceFor(approved, change.approval?.effectiveFrom ?? change.effectiveFrom, at);
    const numbers = await this.#approvals.versionNumbers(change.id);
    const numbered = numberedVersions(approved);
    return entries.map((entry) => {
      const written = numbered(entry.policy, entry.base);
      const base =
        written === null
          ? null
          : {
              title: written.title,
              scope: written.scope as ChangeEntryResource['scope'],
              document: written.document as ChangeEntryResource['document'],
            };
      return entryResource(entry, { current, base, version: numbers.get(entry.policy) ?? null }, evidence);
    });
  }
}
