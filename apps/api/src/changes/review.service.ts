import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import {
  approveChange,
  asksForMore,
  confirmEmergency,
  KNOWN_MILLISECONDS,
  rejectChange,
  withdrawChange,
  type Change,
} from '@backstop/core/change';
import type { Allowed } from '@backstop/core/problem';
import { InvariantError } from '@backstop/core/num';
import { formatDuration, formatInstant, parseInstant, type Instant } from '@backstop/core/venue';
import type { AuditAct, EvidenceReport } from '@backstop/contracts';
import { presentRoles } from '../access/present-roles.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import type { ApprovedVersion } from '../policies/stored-version.ts';
import { ApprovalRepository } from './approval.repository.ts';
import { ChangeRepository } from './change.repository.ts';
import { ChangesService, inForceFor } from './changes.service.ts';
import { questionOf } from './evidence/evidence.service.ts';
import { guardrailsOf } from './evidence/guardrails-of.ts';
import { judgeChange } from './evidence/judged-change.ts';
import { newlyLiquidatableIn } from './evidence/newly-liquidatable-in.ts';
import { refusedAct } from './refused-act.ts';
import type { StoredChange } from './stored-change.ts';
import { refuseProblems } from './submission.service.ts';

/** What reviewers say, and what comes of it. Every act runs in a transaction that holds the change; approvals hold the timeline too. */
@Injectable()
export class ReviewService {
  readonly #timeline: TimelineService;
  readonly #sets: CompiledSetsService;
  readonly #changes: ChangeRepository;
  readonly #service: ChangesService;
  readonly #approvals: ApprovalRepository;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    sets: CompiledSetsService,
    changes: ChangeRepository,
    service: ChangesService,
    approvals: ApprovalRepository,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#sets = sets;
    this.#changes = changes;
    this.#service = service;
    this.#approvals = approvals;
    this.#clock = clock;
  }

  /** An approval; the last one that was missing puts the change on the timeline, checked once more against all of it. */
  async approve(
    manager: Transaction,
    stored: StoredChange,
    { by, digest, comment }: { readonly by: Person; readonly digest: string; readonly comment: string },
  ): Promise<StoredChange> {
    const at = this.#clock();
    const approved = approveChange(stored.change, { by, at, digest, comment });
    if (!approved.ok) throw refusedAct(approved.refusal);
    await refuseFormerReviewer(manager, by);
    const change = approved.value;
    const review = change.reviews.at(-1);
    const isLast = change.status === 'approved';
    if (isLast) await this.#refuseOutdated(manager, stored, change, at);
    if (review !== undefined) await this.#changes.insertReview(manager, change.id, review);
    const written = isLast
      ? await this.activate(manager, stored, change, { at, by: by.id })
      : await this.#changes.update(manager, stored, change, { at, by: by.id });
    await appendAudit(manager, {
      ...{ at, actor: by.id, act: isLast ? 'change.approved' : 'change.reviewed', subject: `change:${change.id}` },
      ...{ before: digest, after: digest, details: { comment, effectiveFrom: effectText(change) } },
    });
    this.refuseLate(change);
    return written;
  }

  async reject(
    manager: Transaction,
    stored: StoredChange,
    { by, digest, comment }: { readonly by: Person; readonly digest: string; readonly comment: string },
  ): Promise<StoredChange> {
    const at = this.#clock();
    const rejected = rejectChange(stored.change, { by, at, digest, comment });
    const review = rejected.ok ? rejected.value.reviews.at(-1) : undefined;
    if (review !== undefined) await this.#changes.insertReview(manager, stored.change.id, review);
    return this.#written(manager, stored, rejected, { by, at, act: 'change.rejected', details: { comment } });
  }

  async withdraw(manager: Transaction, stored: StoredChange, by: Person, reason: string): Promise<StoredChange> {
    const at = this.#clock();
    const withdrawn = withdrawChange(stored.change, by);
    return this.#written(manager, stored, withdrawn, { by, at, act: 'change.withdrawn', details: { reason } });
  }

  /** A second person makes an emergency stand: its end goes, which every branch of the timeline was checked with. */
  async confirm(manager: Transaction, stored: StoredChange, by: Person, reason: string): Promise<StoredChange> {
    const at = this.#clock();
    const confirmed = confirmEmergency(stored.change, by, at);
    if (confirmed.ok) refuseEnding(stored.change, at);
    const written = await this.#written(manager, stored, confirmed, {
      ...{ by, at, act: 'change.confirmed', details: { reason } },
    });
    await this.#approvals.announce(manager);
    refuseEnding(stored.change, this.#clock());
    return written;
  }

  /** The versions of a change on the timeline, and every process told of it. */
  async activate(
    manager: Transaction,
    stored: StoredChange,
    change: Change,
    { at, by }: { readonly at: Instant; readonly by: string },
  ): Promise<StoredChange> {
    refuseEnded(change);
    await this.#approvals.insertVersions(manager, { id: change.id, entries: stored.entries, at });
    const approvalSequence = await this.#approvals.nextSequence(manager);
    const written = await this.#changes.update(manager, stored, change, { at, by, approvalSequence });
    await this.#approvals.announce(manager);
    return { ...written, approvalSequence };
  }

  /** Refused just before the commit where what was written might not be known everywhere before its instant. */
  refuseLate({ approval }: Change): void {
    if (approval === null || this.#clock() + KNOWN_MILLISECONDS <= approval.effectiveFrom) return;
    throw new ProblemError('approval_must_be_written_in_time', 'the approval took too long to write: try again', {
      headers: { 'retry-after': '1' },
    });
  }

  /** Refuses entries that were written against another version than the one in force at an instant. */
  refuseOutdatedBases(
    { entries }: StoredChange,
    approved: readonly ApprovedVersion[],
    { effectiveFrom, at }: { readonly effectiveFrom: Instant; readonly at: Instant },
  ): void {
    const inForce = inForceFor(approved, effectiveFrom, at);
    const outdated = entries.find(({ policy, base }) => base !== (inForce.get(policy)?.version ?? null));
    if (outdated === undefined) return;
    const { policy, base } = outdated;
    const message = `\`${policy}\` was written against ${versionText(base)}; then in force is ${versionText(inForce.get(policy)?.version ?? null)}: rebase the change`;
    throw refusedAct({ code: 'change_base_must_be_current', message });
  }

  /** Everything but the change may be another than at submission: bases, evidence, guardrails and the timeline. */
  async #refuseOutdated(manager: Transaction, stored: StoredChange, change: Change, at: Instant): Promise<void> {
    const { approval, submission } = change;
    const report = await this.#service.report(stored, manager);
    if (approval === null || submission === null || report === null) {
      throw new InvariantError(`the change ${change.id} is approved without a submission and its evidence`);
    }
    const approved = await this.#timeline.approvedIn(manager);
    const { effectiveFrom } = approval;
    this.refuseOutdatedBases(stored, approved, { effectiveFrom, at });
    refuseStale(report, approved, at);
    const newlyLiquidatable = newlyLiquidatableIn(report.impact);
    const question = {
      ...questionOf(stored, approved, at),
      effectiveFrom,
      newlyLiquidatable,
      unknowns: report.unknowns,
    };
    const judged = judgeChange(question, (set) => this.#sets.tried(set));
    refuseProblems(judged.problems);
    if (asksForMore(judged.requirement, submission.requirement)) {
      const message = 'the guardrail in force asks for more than when the change was submitted: submit it anew';
      throw refusedAct({ code: 'change_requirement_must_be_current', message });
    }
  }

  async #written(
    manager: Transaction,
    stored: StoredChange,
    allowed: Allowed<Change>,
    { by, at, act, details }: { by: Person; at: Instant; act: AuditAct; details: Readonly<Record<string, string>> },
  ): Promise<StoredChange> {
    if (!allowed.ok) throw refusedAct(allowed.refusal);
    const written = await this.#changes.update(manager, stored, allowed.value, { at, by: by.id });
    const digest = stored.change.submission?.digest ?? null;
    await appendAudit(manager, {
      ...{ at, actor: by.id, act, subject: `change:${stored.change.id}`, before: digest, after: digest, details },
    });
    return written;
  }
}

/** Of the book behind the impact, else of the report itself, by the guardrail in force. */
function refuseStale(report: EvidenceReport, approved: readonly ApprovedVersion[], at: Instant): void {
  const inForce = [...inForceFor(approved, null, at).values()];
  const ageMax = Math.min(Infinity, ...guardrailsOf(inForce).map(({ evidenceAgeMaxSeconds }) => evidenceAgeMaxSeconds));
  const since = report.impact?.snapshot.asOf ?? report.at;
  const age = (at - (parseInstant(since) ?? -Infinity)) / 1000;
  if (age <= ageMax) return;
  const remedy = report.impact === null ? 'submit the change anew' : 'record a newer book and submit the change anew';
  const message = `what was put to the reviewers is of ${since}, and counts for ${formatDuration(ageMax)}: ${remedy}`;
  throw refusedAct({ code: 'change_evidence_must_be_fresh', message });
}

/** What is known of whoever asks may be a moment old. */
async function refuseFormerReviewer(manager: Transaction, { id }: Person): Promise<void> {
  const roles = (await presentRoles(manager, [id], { isLocked: true })).get(id);
  if (roles?.includes('approver') === true) return;
  throw refusedAct({ code: 'permission_denied', message: 'reviewing takes the role `approver`' });
}

/** An emergency that ends before every process knows that it was confirmed would be gone, and come back. */
function refuseEnding({ approval }: Change, at: Instant): void {
  const expiresAt = approval?.emergency?.expiresAt ?? Infinity;
  if (at <= expiresAt - KNOWN_MILLISECONDS) return;
  const message = 'it ends too soon for a confirmation to be known everywhere: make a new change';
  throw refusedAct({ code: 'emergency_must_not_have_expired', message });
}

/** An emergency begins at once, whatever was wished for: its end may be over by then. */
function refuseEnded({ approval, effectiveUntil }: Change): void {
  if (approval === null || effectiveUntil === null || approval.effectiveFrom < effectiveUntil) return;
  const message = `it would begin at ${formatInstant(approval.effectiveFrom)} and has ended by then`;
  throw refusedAct({ code: 'change_must_end_after_it_begins', message });
}

function effectText({ approval }: Change): string | null {
  return approval === null ? null : formatInstant(approval.effectiveFrom);
}

function versionText(version: number | null): string {
  return version === null ? 'none' : `version ${String(version)}`;
}
