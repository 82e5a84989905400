import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { DataSource } from 'typeorm';

/** Where a change stands, as far as presence has to know it. */
export interface PresentChange {
  readonly revision: number;
  readonly status: string;
}

/** Somebody who is editing a change. */
export interface Present {
  readonly person: string;
  readonly since: Instant;
}

/**
 * Who is editing which change. Each write is one statement of its own: a notice is not worth a transaction that others
 * would wait for.
 */
@Injectable()
export class PresenceRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Null where there is no such change; `id` is a UUID. */
  async change(id: string): Promise<PresentChange | null> {
    const [row] = await this.#dataSource.query<PresentChange[]>('select revision, status from change where id = $1', [
      id,
    ]);
    return row ?? null;
  }

  /** Who was seen since an instant, in the order in which they began. */
  async seenSince(changeId: string, instant: Instant): Promise<readonly Present[]> {
    const rows = await this.#dataSource.query<{ person: string; since: Date }[]>(
      'select person, since from change_presence where change_id = $1 and seen_at >= $2 order by since, person',
      [changeId, new Date(instant)],
    );
    return rows.map(({ person, since }) => ({ person, since: since.getTime() }));
  }

  /** That somebody is there; who was gone since `goneBefore` begins anew. */
  async see(changeId: string, person: string, { at, goneBefore }: { at: Instant; goneBefore: Instant }): Promise<void> {
    await this.#dataSource.query(
      `insert into change_presence as kept (change_id, person, since, seen_at) values ($1, $2, $3, $3)
       on conflict (change_id, person) do update set
         since = case when kept.seen_at < $4 then excluded.since else least(kept.since, excluded.since) end,
         seen_at = greatest(kept.seen_at, excluded.seen_at)`,
      [changeId, person, new Date(at), new Date(goneBefore)],
    );
  }

  async leave(changeId: string, person: string): Promise<void> {
    await this.#dataSource.query('delete from change_presence where change_id = $1 and person = $2', [
      changeId,
      person,
    ]);
  }

  /** Takes away who was last seen before an instant, of any change. */
  async forget(before: Instant): Promise<void> {
    // Rows that somebody is just writing are left to the next time.
    await this.#dataSource.query(
      `delete from change_presence where (change_id, person) in
         (select change_id, person from change_presence where seen_at < $1 for update skip locked)`,
      [new Date(before)],
    );
  }
}
