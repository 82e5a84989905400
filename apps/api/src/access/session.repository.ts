import { Injectable } from '@nestjs/common';
import type { Role } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';

/** A session and whose it is. */
export interface StoredSession {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly passwordMustChange: boolean;
  readonly lastSeenAt: Instant;
  /** The end of it, however much it is used. */
  readonly expiresAt: Instant;
}

interface Row extends Omit<StoredSession, 'lastSeenAt' | 'expiresAt'> {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

@Injectable()
export class SessionRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** The session of a token; null where there is none of a person who may sign in. */
  async find(tokenHash: string, { isDemo }: { readonly isDemo: boolean }): Promise<StoredSession | null> {
    const [row] = await this.#dataSource.query<Row[]>(
      `select person.id as person, roles, password_must_change as "passwordMustChange",
         last_seen_at as "lastSeenAt", expires_at as "expiresAt"
       from session join person on person.id = person_id
       where token_hash = $1 and disabled_at is null and ($2 or not is_demo)`,
      [tokenHash, isDemo],
    );
    if (row === undefined) return null;
    return { ...row, lastSeenAt: row.lastSeenAt.getTime(), expiresAt: row.expiresAt.getTime() };
  }

  async touch(tokenHash: string, at: Instant): Promise<void> {
    await this.#dataSource.query('update session set last_seen_at = greatest(last_seen_at, $2) where token_hash = $1', [
      tokenHash,
      new Date(at),
    ]);
  }

  /** Begins a session; takes those along that are over. */
  async begin(
    manager: EntityManager,
    { tokenHash, person, at, until }: { tokenHash: string; person: string; at: Instant; until: Instant },
  ): Promise<void> {
    await manager.query('delete from session where expires_at <= $1', [new Date(at)]);
    await manager.query(
      'insert into session (token_hash, person_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)',
      [tokenHash, person, new Date(at), new Date(until)],
    );
  }

  async end(manager: EntityManager, tokenHash: string): Promise<void> {
    await manager.query('delete from session where token_hash = $1', [tokenHash]);
  }

  /** Signs somebody out everywhere. */
  async endAllOf(manager: EntityManager, person: string): Promise<void> {
    await manager.query('delete from session where person_id = $1', [person]);
  }
}
