import { hash, randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { versionDigest } from '@backstop/core/policy';
import { writeReviewer } from './write-reviewer.ts';

/** A further version of a policy, on the timeline at an instant that the workflow would not allow. */
export interface ApprovedVersion {
  readonly policy: string;
  /** Null = the version ends its policy. */
  readonly document: object | null;
  readonly effectiveFrom: Date;
  readonly effectiveUntil?: Date;
  readonly mode?: 'enforce' | 'shadow';
}

const DIGEST = 'ab'.repeat(32);

/**
 * Writes and approves a change with one further version of a policy, by the rows that the workflow would write: the
 * guards of the database are passed, not avoided. Gives back the id of the change.
 */
export async function approveVersion(dataSource: DataSource, wanted: ApprovedVersion): Promise<string> {
  const { policy, document, effectiveFrom, effectiveUntil = null, mode = 'enforce' } = wanted;
  const id = randomUUID();
  const approvedAt = new Date(Math.min(Date.now(), effectiveFrom.getTime() - 2000));
  await dataSource.transaction(async (manager) => {
    const [latest] = await manager.query<{ version: number; title: string; scope: object }[]>(
      'select version, title, scope from policy_version where policy_id = $1 order by version desc limit 1',
      [policy],
    );
    if (latest === undefined) throw new Error(`there is no policy ${policy}`);
    await manager.query(
      `insert into change (id, origin, status, actor, contributors, reason, created_at, effective_from, effective_until)
       values ($1, 'person', 'draft', 'author', '{author}', 'a test', now(), $2, $3)`,
      [id, effectiveFrom, effectiveUntil],
    );
    const ends = document === null;
    let canonical = '';
    const digest = versionDigest({ scope: latest.scope, document, ends }, (text) => {
      canonical = text;
      return hash('sha256', text);
    });
    const said = [mode, latest.title, latest.scope, document, canonical, digest, ends];
    await manager.query(
      `insert into change_entry
         (change_id, policy_id, position, base, mode, title, scope, document, canonical, digest, ends, written_by)
       values ($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, 'author')`,
      [id, policy, latest.version, ...said],
    );
    await submitAndReview(manager, id);
    await manager.query(
      `insert into policy_version (policy_id, version, change_id, mode, title, scope, document, canonical, digest, ends)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [policy, latest.version + 1, id, ...said],
    );
    await manager.query(
      `update change set status = 'approved', approved_at = $2,
         approval_sequence = (select coalesce(max(approval_sequence), 0) + 1 from change) where id = $1`,
      [id, approvedAt],
    );
  });
  return id;
}

async function submitAndReview(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `update change set status = 'submitted', submitted_by = 'author', submitted_at = now(), submission_digest = $2,
       evidence_digest = $2, effect = 'none',
       requirement = '{"approvals":1,"roles":[],"noticeSeconds":2,"approvalAgeMaxSeconds":null,"reasons":[]}'
     where id = $1`,
    [id, DIGEST],
  );
  await manager.query(
    `insert into change_review (change_id, reviewer, reviewed_at, verdict, digest, roles, comment)
     values ($1, $3, now(), 'approve', $2, '{approver}', '')`,
    [id, DIGEST, await writeReviewer(manager, 'approver')],
  );
}
