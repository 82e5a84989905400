import { Inject, Injectable } from '@nestjs/common';
import { isGranted, type Person } from '@backstop/core/access';
import { changeDigest, editChange, LEAD_MILLISECONDS, submitChange, type Change } from '@backstop/core/change';
import type { Problem } from '@backstop/core/problem';
import { formatInstant } from '@backstop/core/venue';
import type { EvidenceReport, SubmissionTrial } from '@backstop/contracts';
import { instantText } from '../clock/instant-text.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { mistakeOf } from '../http/mistake-of.ts';
import { ProblemError } from '../http/problem-error.ts';
import { PROBLEMS_MAX } from '../http/refused.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import { ChangeRepository } from './change.repository.ts';
import { ChangeWritesService, type Conditional } from './change-writes.service.ts';
import { inForceFor } from './changes.service.ts';
import { EvidenceService, type Evidence } from './evidence/evidence.service.ts';
import { refusedAct } from './refused-act.ts';
import type { StoredChange } from './stored-change.ts';
import { untoleratedInEmergency } from './tolerated-in-emergency.ts';

/** A change put to the reviewers, with the evidence that their approvals are bound to. */
@Injectable()
export class SubmissionService {
  readonly #timeline: TimelineService;
  readonly #changes: ChangeRepository;
  readonly #evidence: EvidenceService;
  readonly #writes: ChangeWritesService;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    changes: ChangeRepository,
    evidence: EvidenceService,
    writes: ChangeWritesService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#changes = changes;
    this.#evidence = evidence;
    this.#writes = writes;
    this.#clock = clock;
  }

  /** What a submission would put to the reviewers now; nothing is stored. */
  async preview(stored: StoredChange): Promise<EvidenceReport> {
    return (await this.#evidence.gather(stored, this.#clock())).report;
  }

  /** Gathered before any lock is taken: it may take seconds, and who writes in between is told to begin again. */
  async gather(stored: StoredChange): Promise<Evidence> {
    return this.#evidence.gather(stored, this.#clock());
  }

  /**
   * What a submission would be answered now. The submission itself is gone through and undone, so that what is told
   * and what it then says cannot differ in anything but time.
   */
  async trial(read: StoredChange, request: Conditional, by: Person): Promise<SubmissionTrial> {
    const evidence = await this.gather(read);
    const submitted = this.#writes.try(read.change.id, request, (manager, stored) =>
      this.submit(manager, stored, evidence, by),
    );
    const refusal = await submitted.then(() => null, refusalOf);
    // The first refusal would keep what is wrong with the content from its author until it is mended.
    const problems = [...(refusal === null ? [] : problemsIn(refusal)), ...blockingProblems(evidence, by)];
    const distinct = [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
    return {
      at: formatInstant(this.#clock()),
      accepted: refusal === null,
      problems: distinct.slice(0, PROBLEMS_MAX).map(mistakeOf),
      evidence: evidence.report,
    };
  }

  /**
   * Submits a draft, or what is under review once more, which refreshes its evidence and voids what was said of the old.
   * Whoever holds the emergency role may submit what only an emergency can bring into force.
   */
  async submit(manager: Transaction, stored: StoredChange, evidence: Evidence, by: Person): Promise<StoredChange> {
    const at = this.#clock();
    const approved = await this.#timeline.approvedIn(manager);
    const { text, digest, report } = evidence;
    const draft = asDraft(stored.change, by);
    if (!draft.ok) throw refusedAct(draft.refusal);
    const submission = {
      ...{ by: by.id, at, evidence: digest, digest: changeDigest(draft.value, digest, sha256) },
      requirement: report.requirement,
    };
    // What it would take effect on once its notice is kept; an emergency does so at once.
    const wished = stored.change.effectiveFrom;
    const from = isGranted(by, 'change:emergency') ? wished : (evidence.judged?.effectiveFrom ?? wished);
    const inForce = inForceFor(approved, from, at);
    const versions = new Map([...inForce].map(([policy, { version }]) => [policy, version]));
    const submitted = submitChange(draft.value, submission, {
      ...{ earliest: Math.max(from ?? at, at + LEAD_MILLISECONDS), inForce: versions, problems: [] },
    });
    if (!submitted.ok) throw refusedAct(submitted.refusal);
    refuseProblems(blockingProblems(evidence, by));
    const id = stored.change.id;
    await this.#changes.insertEvidence(manager, { digest, changeId: id, createdAt: at, report: text });
    const written = await this.#changes.update(manager, stored, submitted.value, {
      ...{ at, by: by.id, effect: { worst: report.effect, summary: report.summary } },
    });
    await appendAudit(manager, {
      ...{ at, actor: by.id, act: 'change.submitted', subject: `change:${id}` },
      ...{ before: stored.change.submission?.digest ?? null, after: submission.digest },
      details: { evidence: digest, effect: report.effect, effectiveFrom: instantText(stored.change.effectiveFrom) },
    });
    return written;
  }
}

/** What a submission is refused with because of what the change says and when. */
const REFUSALS: readonly string[] = [
  'change_must_be_draft',
  'change_must_be_open',
  'change_must_have_content',
  'change_must_have_reason',
  'change_must_end_after_it_begins',
  'change_base_must_be_current',
  'change_must_have_no_problems',
];

/** Anything else is the answer to who asked, not to what was asked. */
function refusalOf(error: unknown): ProblemError {
  if (error instanceof ProblemError && REFUSALS.includes(error.code)) return error;
  throw error;
}

function problemsIn({ code, message, problems }: ProblemError): readonly Problem[] {
  return problems.length > 0 ? problems : [{ code, path: '', message }];
}

/** Whoever submits what is under review edits it: the approvals that it had are void. */
function asDraft(change: Change, by: Person): ReturnType<typeof editChange> {
  return change.status === 'draft' || change.status === 'submitted'
    ? editChange(change, by.id, {})
    : { ok: false, refusal: { code: 'change_must_be_draft', message: `the change is ${change.status}` } };
}

function blockingProblems({ judged, problems }: Evidence, by: Person): readonly Problem[] {
  return judged !== null && isGranted(by, 'change:emergency') ? untoleratedInEmergency(problems) : problems;
}

/** Refuses where anything stands against a change. */
export function refuseProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw problemsRefused(problems);
}

/** Every reason at once, and none of it clamped into something allowed. */
export function problemsRefused(problems: readonly Problem[]): ProblemError {
  const count = problems.length === 1 ? 'one thing stands' : `${String(problems.length)} things stand`;
  return new ProblemError('change_must_have_no_problems', `${count} against the change`, {
    problems: problems.slice(0, PROBLEMS_MAX),
  });
}
