import { hash, randomUUID } from 'node:crypto';
import { versionDigest } from '@backstop/core/policy';
import type { EntityManager } from 'typeorm';
import { oneTier } from './ladder.ts';
import { writeReviewer } from './write-reviewer.ts';

/** The digest that the submission of a written change has. */
export const WRITTEN_DIGEST = 'ab'.repeat(32);

const POLICY = 'margin-tiers.BTCUSDT';

/** What a submission asks for, unless a test says otherwise. */
export const WRITTEN_REQUIREMENT = {
  ...{ approvals: 2, roles: ['approver'], noticeSeconds: 2, approvalAgeMaxSeconds: 3600, reasons: [] },
};

/** Writes a draft by its rows, without the service: `ann` is its author, and `ben` wrote its only entry. */
export async function writeDraft(manager: EntityManager): Promise<string> {
  const id = randomUUID();
  await manager.query(
    `insert into change (id, origin, status, actor, contributors, reason, created_at)
     values ($1, 'person', 'draft', 'ann', '{ann, ben}', 'a test', now())`,
    [id],
  );
  await manager.query(
    `insert into change_entry
       (policy_id, mode, title, scope, document, canonical, digest, ends, change_id, position, base, written_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 1, 'ben')`,
    [...said(), id],
  );
  return id;
}

/** The same, put to the reviewers. */
export async function writeSubmission(
  manager: EntityManager,
  requirement: object = WRITTEN_REQUIREMENT,
): Promise<string> {
  const id = await writeDraft(manager);
  await submitWritten(manager, id, requirement);
  return id;
}

/** Puts a written draft to the reviewers. */
export async function submitWritten(
  manager: EntityManager,
  id: string,
  requirement: object = WRITTEN_REQUIREMENT,
): Promise<void> {
  await manager.query(
    `update change set status = 'submitted', submitted_by = 'ann', submitted_at = now(), submission_digest = $2,
       evidence_digest = $2, effect = 'none', requirement = $3 where id = $1`,
    [id, WRITTEN_DIGEST, requirement],
  );
}

/** Who wrote some of it; nobody else needs to be there. */
const WRITERS = ['ann', 'ben'];

/** What somebody says of a submission. */
export interface WrittenReview {
  readonly by: string;
  readonly verdict?: 'approve' | 'reject';
  readonly roles?: readonly string[];
  readonly digest?: string;
  readonly secondsAgo?: number;
}

export async function writeReview(manager: EntityManager, id: string, review: WrittenReview): Promise<void> {
  const { by, verdict = 'approve', roles = ['approver'], digest = WRITTEN_DIGEST, secondsAgo = 0 } = review;
  const reviewer = WRITERS.includes(by) ? by : await writeReviewer(manager, by);
  await manager.query(
    `insert into change_review (change_id, reviewer, reviewed_at, verdict, digest, roles, comment)
     values ($1, $2, now() - make_interval(secs => $3), $4, $5, $6, '')`,
    [id, reviewer, secondsAgo, verdict, digest, roles],
  );
}

/** Makes the entries of a change its versions. */
export async function writeVersions(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `insert into policy_version (policy_id, version, change_id, mode, title, scope, document, canonical, digest, ends)
     select e.policy_id, (select max(v.version) + 1 from policy_version v where v.policy_id = e.policy_id), e.change_id,
       e.mode, e.title, e.scope, e.document, e.canonical, e.digest, e.ends
     from change_entry e where e.change_id = $1`,
    [id],
  );
}

/** Sets a change to approved, with whatever else is set beside. */
export async function writeApproval(manager: EntityManager, id: string, beside = ''): Promise<void> {
  await manager.query(
    `update change set status = 'approved', approved_at = now(), effective_from = now() + interval '3 seconds',
       approval_sequence = (select coalesce(max(approval_sequence), 0) + 1 from change) ${beside} where id = $1`,
    [id],
  );
}

/** A submission with the approvals that it takes, ready to become approved. */
export async function writeApprovable(
  manager: EntityManager,
  requirement: object = WRITTEN_REQUIREMENT,
): Promise<string> {
  const id = await writeSubmission(manager, requirement);
  await writeReview(manager, id, { by: 'cleo' });
  await writeReview(manager, id, { by: 'dora' });
  await writeVersions(manager, id);
  return id;
}

/** The same, approved. */
export async function writeApproved(manager: EntityManager): Promise<string> {
  const id = await writeApprovable(manager);
  await writeApproval(manager, id);
  return id;
}

/** Activated by `emma` in an emergency, which nobody has confirmed. */
export const IN_EMERGENCY = `, emergency_by = 'emma', emergency_reason = 'now', emergency_expires_at = now() + interval '1 hour'`;

export async function writeEmergency(manager: EntityManager): Promise<string> {
  const id = await writeSubmission(manager);
  await writeVersions(manager, id);
  await writeApproval(manager, id, IN_EMERGENCY);
  return id;
}

/** Sets columns of a change. */
export async function setColumns(manager: EntityManager, id: string, columns: string): Promise<void> {
  await manager.query(`update change set ${columns} where id = $1`, [id]);
}

function said(): unknown[] {
  const scope = { contracts: ['BTCUSDT'] };
  const document = oneTier('0.02');
  let canonical = '';
  const digest = versionDigest({ scope, document, ends: false }, (text) => {
    canonical = text;
    return hash('sha256', text);
  });
  return [POLICY, 'enforce', 'A ladder', scope, document, canonical, digest, false];
}
