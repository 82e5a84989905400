import { hash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { versionDigest } from '@backstop/core/policy';

/** A further version of a policy, as the workflow will write it once it exists. */
export interface ApprovedVersion {
  readonly policy: string;
  /** Null = the version ends its policy. */
  readonly document: object | null;
  readonly effectiveFrom: Date;
  readonly effectiveUntil?: Date;
  readonly mode?: 'enforce' | 'shadow';
}

/** Writes and approves a change with one further version of a policy; gives back the id of the change. */
export async function approveVersion(dataSource: DataSource, wanted: ApprovedVersion): Promise<string> {
  const { policy, document, effectiveFrom, effectiveUntil = null, mode = 'enforce' } = wanted;
  const id = randomUUID();
  await dataSource.transaction(async (manager) => {
    const [latest] = await manager.query<{ version: number; title: string; scope: object }[]>(
      'select version, title, scope from policy_version where policy_id = $1 order by version desc limit 1',
      [policy],
    );
    if (latest === undefined) throw new Error(`there is no policy ${policy}`);
    await manager.query(
      `insert into change (id, origin, status, actor, reason, created_at, effective_from, effective_until)
       values ($1, 'person', 'draft', 'author', 'a test', now(), $2, $3)`,
      [id, effectiveFrom, effectiveUntil],
    );
    const ends = document === null;
    let canonical = '';
    const digest = versionDigest({ scope: latest.scope, document, ends }, (text) => {
      canonical = text;
      return hash('sha256', text);
    });
    await manager.query(
      `insert into policy_version (policy_id, version, change_id, mode, title, scope, document, canonical, digest, ends)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [policy, latest.version + 1, id, mode, latest.title, latest.scope, document, canonical, digest, ends],
    );
    await manager.query(
      `update change set status = 'approved', approved_at = now(),
         approval_sequence = (select coalesce(max(approval_sequence), 0) + 1 from change) where id = $1`,
      [id],
    );
  });
  return id;
}
