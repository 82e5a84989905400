import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import type { EntityManager } from 'typeorm';

/** What somebody's key stands for. */
export interface KeyOfRequest {
  readonly actor: string;
  readonly key: string;
}

/** The answer that a request with a key had first. */
export interface KeptAnswer {
  /** Digest of the request: the same key never stands for two. */
  readonly requestDigest: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; null = no body. */
  readonly body: string | null;
}

/** Answers kept this long are given again. */
const KEPT_MS = 24 * 3_600_000;

/** So many of the answers that have expired go with each that is kept. */
const SWEPT_AT_ONCE = 100;

@Injectable()
export class IdempotencyRepository {
  /** Takes a key for the rest of the transaction; false where another transaction has it. */
  async take(manager: EntityManager, { actor, key }: KeyOfRequest): Promise<boolean> {
    const [row] = await manager.query<{ taken: boolean }[]>(
      `select pg_try_advisory_xact_lock(hashtextextended('idempotency ' || length($1::text) || ' ' || $1 || ' ' || $2, 0))
       as taken`,
      [actor, key],
    );
    return row?.taken === true;
  }

  /** The answer kept for a key; null where there is none, or none any more. */
  async find(manager: EntityManager, { actor, key }: KeyOfRequest, at: Instant): Promise<KeptAnswer | null> {
    const [row] = await manager.query<KeptAnswer[]>(
      `select request_digest as "requestDigest", status, headers, body from idempotency_key
       where actor = $1 and key = $2 and expires_at > $3`,
      [actor, key, new Date(at)],
    );
    return row ?? null;
  }

  /** Keeps an answer; one that has expired gives way to it. */
  async keep(manager: EntityManager, { actor, key }: KeyOfRequest, answer: KeptAnswer, at: Instant): Promise<void> {
    const { requestDigest, status, headers, body } = answer;
    await manager.query(
      `insert into idempotency_key (actor, key, request_digest, status, headers, body, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (actor, key) do update set request_digest = excluded.request_digest, status = excluded.status,
         headers = excluded.headers, body = excluded.body, expires_at = excluded.expires_at`,
      [actor, key, requestDigest, status, headers, body, new Date(at + KEPT_MS)],
    );
    await manager.query(
      `delete from idempotency_key where (actor, key) in (
         select actor, key from idempotency_key where expires_at <= $1 order by expires_at limit $2 for update skip locked
       )`,
      [new Date(at), SWEPT_AT_ONCE],
    );
  }
}
