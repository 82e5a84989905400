import {
  LEAD_MILLISECONDS,
  missingApprovals,
  phaseOf,
  standingApprovals,
  type Change,
  type Review,
} from '@backstop/core/change';
import { kinds } from '@backstop/core/kinds';
import { kindNamed, worstEffect, type Difference } from '@backstop/core/policy';
import { formatInstant, type Instant } from '@backstop/core/venue';
import type {
  ChangeCommentResource,
  ChangeEntryResource,
  ChangeResource,
  ChangeSummary,
  EvidenceReport,
} from '@backstop/contracts';
import { instantText } from '../clock/instant-text.ts';
import type { ListedChange } from './change-list.repository.ts';
import type { VersionsInForce } from './parse-entries.ts';
import { requirementResource } from './requirement-resource.ts';
import type { StoredChange, StoredComment, StoredEntry } from './stored-change.ts';

/** What the time asked makes of a change. */
export interface ChangeContext {
  readonly at: Instant;
  /** Sequences of the approvals that stand at that instant. */
  readonly standing: ReadonlySet<number>;
}

/** A change as a list shows it. */
export function changeSummaryOf(
  stored: StoredChange,
  listed: ListedChange,
  { at, standing }: ChangeContext,
): ChangeSummary {
  const { change, origin, revision, createdAt, updatedAt, updatedBy, requestedApprovers, effect } = stored;
  const { submission, approval } = change;
  const isSuperseded = stored.approvalSequence !== null && !standing.has(stored.approvalSequence);
  const phase = phaseOf(change, at, isSuperseded);
  const missing = missingApprovals(change, at);
  return {
    id: change.id,
    origin,
    phase,
    revision,
    reason: change.reason,
    author: change.contributors[0] ?? 'system',
    contributors: [...change.contributors],
    policies: [...listed.policies],
    policyCount: listed.policyCount,
    createdAt: formatInstant(createdAt),
    updatedAt: formatInstant(updatedAt),
    updatedBy,
    submittedAt: instantText(submission?.at ?? null),
    approvedAt: instantText(approval?.at ?? null),
    effectiveFrom: instantText(approval?.effectiveFrom ?? change.effectiveFrom),
    effectiveUntil: instantText(change.effectiveUntil),
    approveBy: phase === 'submitted' ? instantText(lastApproval(change)) : null,
    effect,
    summary: [...stored.summary],
    missing: phase === 'submitted' ? { approvals: missing.approvals, roles: [...missing.roles] } : null,
    emergency: emergencyResource(stored),
    requestedApprovers: [...requestedApprovers],
    comments: listed.comments,
  };
}

/** An approval after this comes too late for its notice. */
function lastApproval({ effectiveFrom, submission }: Change): Instant | null {
  if (effectiveFrom === null || submission === null) return null;
  return effectiveFrom - Math.max(submission.requirement.noticeSeconds * 1000, LEAD_MILLISECONDS);
}

/** One policy's part of a change, beside what is in force and what it was written against. */
export function entryResource(
  entry: StoredEntry,
  sides: {
    readonly current: VersionsInForce;
    readonly base: ChangeEntryResource['before'];
    readonly version: number | null;
  },
  evidence: EvidenceReport | null,
): ChangeEntryResource {
  const { policy, kind, title, scope, document, mode, digest, base } = entry;
  const differences =
    evidence?.policies.find((each) => each.policy === policy)?.differences ?? differencesOf(entry, sides.base);
  return {
    policy,
    kind,
    title,
    scope: scope as ChangeEntryResource['scope'],
    document: document as ChangeEntryResource['document'],
    mode,
    digest,
    base,
    current: sides.current.get(policy)?.version ?? null,
    version: sides.version,
    before: sides.base,
    effect: worstEffect(differences.map(({ effect }) => effect)),
    differences: [...differences],
  };
}

/** Against its base alone; what the whole change does is for the evidence to say. */
function differencesOf(
  { kind: id, document, ends }: StoredEntry,
  base: ChangeEntryResource['before'],
): readonly Difference[] {
  const kind = kindNamed(id, kinds);
  const before = base?.document ?? null;
  if (kind === null || ends || before === null) return [];
  // A draft may still have problems, and nothing is said of what a document does that is none.
  if (kind.check(document as never).length > 0) return [];
  return kind.diff(before as never, document as never);
}

/** A review, and whether it still counts at an instant. */
export function reviewResource(
  review: Review,
  { change }: StoredChange,
  at: Instant,
): ChangeResource['reviews'][number] {
  const isOfNow = review.digest === change.submission?.digest;
  const counts =
    isOfNow &&
    (review.verdict === 'reject' ||
      standingApprovals(change, at).some((each) => each.by === review.by && each.at === review.at));
  return { ...review, at: formatInstant(review.at), roles: [...review.roles], counts };
}

export function commentResource(comment: StoredComment): ChangeCommentResource {
  const { id, author: by, createdAt, text, policyId: policy, path } = comment;
  return { id, by, at: formatInstant(createdAt), text, policy, path };
}

export function submissionResource({ change }: StoredChange): ChangeResource['submission'] {
  const { submission } = change;
  if (submission === null) return null;
  const { by, at, digest, evidence, requirement } = submission;
  return { by, at: formatInstant(at), digest, evidence, requirement: requirementResource(requirement) };
}

function emergencyResource({ change }: StoredChange): ChangeSummary['emergency'] {
  const emergency = change.approval?.emergency ?? null;
  if (emergency === null) return null;
  const { by, reason, expiresAt, confirmed } = emergency;
  return {
    by,
    reason,
    expiresAt: formatInstant(expiresAt),
    confirmed: confirmed === null ? null : { by: confirmed.by, at: formatInstant(confirmed.at) },
  };
}
