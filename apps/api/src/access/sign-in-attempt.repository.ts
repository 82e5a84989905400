import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import { sha256 } from '../persistence/sha256.ts';

/** So many failures one after another lock a login, */
const FAILURES_MAX = 5;
/** for so long. */
const LOCK_MS = 15 * 60_000;

/** An attempt to sign in, counted before it is known whether it fails. */
export interface Attempt {
  /** Until when the login is locked, for this attempt too; null = it may go on. */
  readonly lockedUntil: Instant | null;
  /** No further one is allowed should this one fail. */
  readonly isLast: boolean;
}

@Injectable()
export class SignInAttemptRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /**
   * Counts an attempt as failed until it is said to have succeeded: many at the same time get no more guesses than one
   * after another. Unknown logins are counted like others, so that a lock tells nothing.
   */
  async take(login: string, at: Instant): Promise<Attempt> {
    const [row] = await this.#dataSource.query<{ attempts: number; until: Date }[]>(
      `insert into sign_in_attempt (login_digest, attempts, until) values ($1, 1, $2)
       on conflict (login_digest) do update set
         attempts = case when sign_in_attempt.until <= $3 then 1 else sign_in_attempt.attempts + 1 end,
         until = case when sign_in_attempt.until <= $3 or sign_in_attempt.attempts < $4
           then excluded.until else sign_in_attempt.until end
       returning attempts, until`,
      [sha256(login), new Date(at + LOCK_MS), new Date(at), FAILURES_MAX],
    );
    if (row === undefined) throw new Error('the attempt was not counted');
    const isLocked = row.attempts > FAILURES_MAX;
    return { lockedUntil: isLocked ? row.until.getTime() : null, isLast: row.attempts === FAILURES_MAX };
  }

  /** Forgets the failures of a login, and those that count no longer. */
  async forget(manager: EntityManager, login: string, at: Instant): Promise<void> {
    await manager.query('delete from sign_in_attempt where login_digest = $1 or until <= $2', [
      sha256(login),
      new Date(at),
    ]);
  }
}
