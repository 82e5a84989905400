import { InvariantError } from '@backstop/core/num';
import { parsePolicyId } from '@backstop/core/policy';
import type { Approval, Change, Requirement, Review, Submission } from '@backstop/core/change';
import type { ChangeEntryEntity } from './change-entry.entity.ts';
import type { ChangeReviewEntity } from './change-review.entity.ts';
import type { ChangeEntity } from './change.entity.ts';
import type { StoredChange, StoredEntry } from './stored-change.ts';

/** The rows of one change as what they mean, with those of its reviews that count. */
export function storedChange(
  row: ChangeEntity,
  entryRows: readonly ChangeEntryEntity[],
  counting: readonly Review[],
): StoredChange {
  const entries = entryRows.toSorted((a, b) => a.position - b.position).map(storedEntry);
  const submission = submissionOf(row);
  const change: Change = {
    id: row.id,
    status: row.status,
    reason: row.reason,
    contributors: row.contributors.length > 0 ? row.contributors : [row.actor],
    entries: entries.map(({ policy, base, digest, mode }) => ({ policy, base, digest, mode })),
    // What was wished for and what was approved share a column: once approved, both are the same instant.
    effectiveFrom: row.effectiveFrom,
    effectiveUntil: row.effectiveUntil,
    submission,
    reviews: counting.filter(({ digest }) => digest === submission?.digest),
    approval: approvalOf(row),
  };
  return {
    change,
    entries,
    origin: row.origin,
    revision: row.revision,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt ?? row.createdAt,
    // What was never written again is its author's.
    updatedBy: row.updatedBy ?? (row.revision === 1 ? row.actor : null),
    requestedApprovers: row.requestedApprovers,
    effect: row.effect,
    summary: row.summary,
    approvalSequence: row.approvalSequence,
  };
}

/** A review as the core knows it. */
export function reviewOf({ reviewer, reviewedAt, verdict, digest, roles, comment }: ChangeReviewEntity): Review {
  return { by: reviewer, at: reviewedAt, verdict, digest, roles, comment };
}

/** The columns of a change that its acts write. */
export function changeColumns(change: Change): Partial<ChangeEntity> {
  const { status, reason, contributors, effectiveFrom, effectiveUntil, submission, approval } = change;
  const emergency = approval?.emergency ?? null;
  return {
    status,
    reason,
    contributors: [...contributors],
    effectiveFrom: approval?.effectiveFrom ?? effectiveFrom,
    effectiveUntil,
    submittedBy: submission?.by ?? null,
    submittedAt: submission?.at ?? null,
    submissionDigest: submission?.digest ?? null,
    evidenceDigest: submission?.evidence ?? null,
    requirement: submission?.requirement ?? null,
    approvedAt: approval?.at ?? null,
    emergencyBy: emergency?.by ?? null,
    emergencyReason: emergency?.reason ?? null,
    emergencyExpiresAt: emergency?.expiresAt ?? null,
    emergencyConfirmedBy: emergency?.confirmed?.by ?? null,
    emergencyConfirmedAt: emergency?.confirmed?.at ?? null,
  };
}

function storedEntry(row: ChangeEntryEntity): StoredEntry {
  const { policyId, base, mode, title, scope, canonical, digest, ends, writtenBy } = row;
  const parts = parsePolicyId(policyId);
  if (parts === null)
    throw new InvariantError(`the change ${row.changeId} names the policy ${policyId}, which is none`);
  const document = ends ? null : (JSON.parse(canonical) as { document: unknown }).document;
  return { policy: policyId, kind: parts.kind, base, mode, title, scope, document, canonical, digest, ends, writtenBy };
}

function submissionOf(row: ChangeEntity): Submission | null {
  const { submittedBy, submittedAt, submissionDigest, evidenceDigest, requirement } = row;
  if (submittedBy === null || submittedAt === null || submissionDigest === null) return null;
  if (evidenceDigest === null || requirement === null) return null;
  return {
    by: submittedBy,
    at: submittedAt,
    digest: submissionDigest,
    evidence: evidenceDigest,
    requirement: requirement as Requirement,
  };
}

function approvalOf(row: ChangeEntity): Approval | null {
  const { approvedAt, effectiveFrom, emergencyBy, emergencyReason, emergencyExpiresAt } = row;
  if (approvedAt === null || effectiveFrom === null) return null;
  if (emergencyBy === null || emergencyExpiresAt === null) return { at: approvedAt, effectiveFrom, emergency: null };
  const { emergencyConfirmedBy: by, emergencyConfirmedAt: at } = row;
  return {
    at: approvedAt,
    effectiveFrom,
    emergency: {
      by: emergencyBy,
      reason: emergencyReason ?? '',
      expiresAt: emergencyExpiresAt,
      confirmed: by === null || at === null ? null : { by, at },
    },
  };
}
