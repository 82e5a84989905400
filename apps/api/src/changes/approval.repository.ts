import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import { PolicyVersionEntity } from '../policies/policy-version.entity.ts';
import { APPROVAL_LOCK } from './approval-lock.ts';
import type { StoredEntry } from './stored-change.ts';

/** What an approval writes beside its change. */
@Injectable()
export class ApprovalRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** From here until the transaction ends nobody else writes to the timeline. Taken before any row is locked. */
  async takeTimeline(manager: EntityManager): Promise<void> {
    await manager.query('select pg_advisory_xact_lock($1)', [APPROVAL_LOCK]);
  }

  async nextSequence(manager: EntityManager): Promise<number> {
    const [row] = await manager.query<{ next: string }[]>(
      'select coalesce(max(approval_sequence), 0) + 1 as next from change',
    );
    return Number(row?.next);
  }

  /** The entries of a change as the next versions of their policies; policies that do not exist yet are made. */
  async insertVersions(
    manager: EntityManager,
    { id, entries, at }: { readonly id: string; readonly entries: readonly StoredEntry[]; readonly at: Instant },
  ): Promise<void> {
    for (const entry of entries) {
      const { policy, kind, mode, title, scope, document, canonical, digest, ends } = entry;
      await manager.query(
        `insert into policy (id, kind, key, created_at) values ($1, $2, $3, $4) on conflict (id) do nothing`,
        [policy, kind, policy.slice(kind.length + 1), new Date(at)],
      );
      const [last] = await manager.query<{ version: number }[]>(
        'select coalesce(max(version), 0)::integer as version from policy_version where policy_id = $1',
        [policy],
      );
      const said = { mode, title, scope, document: document as object | null, canonical, digest, ends };
      const version = (last?.version ?? 0) + 1;
      await manager.insert(PolicyVersionEntity, { ...said, policyId: policy, version, changeId: id });
    }
  }

  /** Tells every process that the timeline was written, once the transaction commits. */
  async announce(manager: EntityManager): Promise<void> {
    await manager.query(`select pg_notify('backstop_timeline', '')`);
  }

  /** The numbers that the entries of a change have as versions, by policy; empty before it is approved. */
  async versionNumbers(id: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#dataSource.query<{ policy_id: string; version: number }[]>(
      'select policy_id, version from policy_version where change_id = $1',
      [id],
    );
    return new Map(rows.map(({ policy_id: policy, version }) => [policy, version]));
  }

  /** Scheduled changes that were written against a version which a change brings: without it their base is gone. */
  async builtUpon(manager: EntityManager, id: string, at: Instant): Promise<readonly string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select distinct later.id from policy_version v
       join change_entry e on e.policy_id = v.policy_id and e.base = v.version
       join change later on later.id = e.change_id
       where v.change_id = $1 and later.status = 'approved' and later.effective_from > $2 and later.id <> $1`,
      [id, new Date(at)],
    );
    return rows.map((row) => row.id);
  }
}
