import { Inject, Injectable } from '@nestjs/common';
import type { Person } from '@backstop/core/access';
import { activateInEmergency, LEAD_MILLISECONDS, type Change } from '@backstop/core/change';
import type { Problem } from '@backstop/core/problem';
import { formatInstant, type Instant } from '@backstop/core/venue';
import type { EvidenceReport } from '@backstop/contracts';
import { appendAudit } from '../audit/audit.repository.ts';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { CompiledSetsService } from '../evaluation/compiled-sets.service.ts';
import type { ApprovedVersion } from '../policies/stored-version.ts';
import type { Transaction } from '../persistence/unit-of-work.ts';
import { TimelineService } from '../policies/timeline.service.ts';
import { CancellationService } from './cancellation.service.ts';
import { ChangesService, inForceFor } from './changes.service.ts';
import { isOpenEmergency } from './evidence/branches-of.ts';
import { newlyLiquidatableIn } from './evidence/newly-liquidatable-in.ts';
import { guardrailsOf } from './evidence/guardrails-of.ts';
import { brokenBy, judgeChange } from './evidence/judged-change.ts';
import { clashProblems } from './evidence/clash-problems.ts';
import { questionOf } from './evidence/evidence.service.ts';
import type { Span } from './evidence/proposed-versions.ts';
import { refusedAct } from './refused-act.ts';
import { ReviewService } from './review.service.ts';
import type { StoredChange } from './stored-change.ts';
import { refuseProblems } from './submission.service.ts';
import { untoleratedInEmergency } from './tolerated-in-emergency.ts';

/** How long an emergency stands unconfirmed where no guardrail says it: four hours. */
const EXPIRY_SECONDS = 14_400;

/** So long nobody brings back alone what ended unconfirmed: a day. */
const REPEAT_MS = 86_400_000;

const LEFT_SECONDS_MIN = 60;

/** One person lets a change take effect at once; what was scheduled and cannot stand beside it is called off. */
@Injectable()
export class EmergencyService {
  readonly #timeline: TimelineService;
  readonly #sets: CompiledSetsService;
  readonly #service: ChangesService;
  readonly #review: ReviewService;
  readonly #cancellation: CancellationService;
  readonly #clock: Clock;

  constructor(
    timeline: TimelineService,
    sets: CompiledSetsService,
    service: ChangesService,
    review: ReviewService,
    cancellation: CancellationService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#timeline = timeline;
    this.#sets = sets;
    this.#service = service;
    this.#review = review;
    this.#cancellation = cancellation;
    this.#clock = clock;
  }

  async activate(
    manager: Transaction,
    stored: StoredChange,
    { by, digest, reason }: { readonly by: Person; readonly digest: string; readonly reason: string },
  ): Promise<StoredChange> {
    const at = this.#clock();
    const approved = await this.#timeline.approvedIn(manager);
    const expirySeconds = this.#expiry(stored, approved, { by: by.id, at });
    const activated = activateInEmergency(stored.change, { by, at, digest, reason, expirySeconds });
    if (!activated.ok) throw refusedAct(activated.refusal);
    const change = activated.value;
    const report = await this.#service.report(stored, manager);
    this.#refuseUnsound(stored, change, approved, { report, at });
    await this.#callOff(manager, { stored, change, approved, by: by.id, at });
    const written = await this.#review.activate(manager, stored, change, { at, by: by.id });
    await appendAudit(manager, {
      ...{ at, actor: by.id, act: 'change.activated_in_emergency', subject: `change:${change.id}` },
      ...{ before: digest, after: digest, details: { reason, expiresAt: expiryText(change) } },
    });
    this.#review.refuseLate(change);
    return written;
  }

  /**
   * How long it stands unconfirmed. One on a policy that stands by another unconfirmed one ends with that; and nobody
   * brings back alone what has just ended because nobody confirmed it.
   */
  #expiry(
    { entries }: StoredChange,
    approved: readonly ApprovedVersion[],
    { by, at }: { readonly by: string; readonly at: Instant },
  ): number {
    const policies = new Set(entries.map(({ policy }) => policy));
    const others = approved.filter((version) => policies.has(version.policy) && isOpenEmergency(version));
    const ends = others.flatMap(({ emergency }) => (emergency === null ? [] : [emergency]));
    const repeated = ends.some((one) => one.by === by && one.expiresAt <= at && at - one.expiresAt < REPEAT_MS);
    const standing = ends.filter(({ expiresAt }) => expiresAt > at).map(({ expiresAt }) => expiresAt);
    const left = Math.floor((Math.min(Infinity, ...standing) - at - LEAD_MILLISECONDS) / 1000);
    if (repeated || left < LEFT_SECONDS_MIN) {
      const message = 'an emergency of the same policy has ended, or ends soon, because nobody confirmed it';
      throw refusedAct({ code: 'emergency_must_not_be_repeated', message });
    }
    return Math.min(expiryOf(approved, at), left);
  }

  /** Bases must be current and no bound be broken; notice, interval, freezes and other plans are overridden. */
  #refuseUnsound(
    stored: StoredChange,
    change: Change,
    approved: readonly ApprovedVersion[],
    { report, at }: { readonly report: EvidenceReport | null; readonly at: Instant },
  ): void {
    const effectiveFrom = change.approval?.effectiveFrom ?? at;
    this.#review.refuseOutdatedBases(stored, approved, { effectiveFrom, at });
    // Measured from what was agreed to: several emergencies in a row may go no further than one.
    const present = approved.filter((version) => version.effectiveFrom <= effectiveFrom && !isOpenEmergency(version));
    const judged = judgeChange(
      {
        // It goes back to what was agreed to wherever nobody confirms it: its end is no step of its own.
        ...{ ...questionOf(stored, present, at), effectiveFrom, effectiveUntil: null },
        newlyLiquidatable: newlyLiquidatableIn(report?.impact ?? null),
        unknowns: report?.unknowns ?? [],
      },
      (set) => this.#sets.tried(set),
    );
    refuseProblems(untoleratedInEmergency(judged.problems));
  }

  /** Scheduled changes that would undo it unknowingly, or that cannot stand after it, in both of its branches. */
  async #callOff(manager: Transaction, { stored, change, approved, by, at }: CallOff): Promise<void> {
    const scheduled = scheduledOf(approved, at);
    let kept = approved;
    let broken = this.#broken(stored, change, kept, at);
    for (const id of scheduled) {
      const without = kept.filter((version) => version.change !== id);
      const own = kept.filter((version) => version.change === id);
      const isClashing = clashProblems(stored.entries, spansOf(change)[1], own).length > 0;
      const isBreaking = broken.length > 0 && this.#broken(stored, change, without, at).length < broken.length;
      if (!isClashing && !isBreaking) continue;
      kept = without;
      broken = this.#broken(stored, change, kept, at);
      const planned = await this.#service.findLocked(manager, id);
      const reason = `the emergency ${change.id} takes its place: ${change.approval?.emergency?.reason ?? ''}`;
      await this.#cancellation.write(manager, planned, { ...planned.change, status: 'cancelled' }, { by, at, reason });
    }
    refuseProblems(broken);
  }

  #broken(stored: StoredChange, change: Change, approved: readonly ApprovedVersion[], at: Instant): Problem[] {
    return spansOf(change).flatMap((span) =>
      brokenBy({ entries: stored.entries, approved, at, span }, (set) => this.#sets.tried(set)),
    );
  }
}

interface CallOff {
  readonly stored: StoredChange;
  readonly change: Change;
  readonly approved: readonly ApprovedVersion[];
  readonly by: string;
  readonly at: Instant;
}

/** While nobody has confirmed it, and once somebody has. */
function spansOf({ approval, effectiveUntil }: Change): readonly [Span, Span] {
  const from = approval?.effectiveFrom ?? 0;
  const expiresAt = approval?.emergency?.expiresAt ?? from;
  const until = effectiveUntil === null ? expiresAt : Math.min(expiresAt, effectiveUntil);
  return [
    { from, until },
    { from, until: effectiveUntil },
  ];
}

/** Scheduled changes, the first to take effect first. */
function scheduledOf(approved: readonly ApprovedVersion[], at: Instant): string[] {
  const later = approved.filter(({ effectiveFrom }) => effectiveFrom > at);
  return [...new Set(later.toSorted((a, b) => a.effectiveFrom - b.effectiveFrom).map(({ change }) => change))];
}

function expiryOf(approved: readonly ApprovedVersion[], at: Instant): number {
  const guardrails = guardrailsOf([...inForceFor(approved, null, at).values()]);
  const [first, ...others] = guardrails.map(({ emergencyExpirySeconds }) => emergencyExpirySeconds);
  return first === undefined ? EXPIRY_SECONDS : Math.min(first, ...others);
}

function expiryText({ approval }: Change): string | null {
  const expiresAt = approval?.emergency?.expiresAt ?? null;
  return expiresAt === null ? null : formatInstant(expiresAt);
}
