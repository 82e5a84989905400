import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Key, Person } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import { LOG, type Log } from '../log/log.ts';
import { ACCESS, type AccessOptions } from './access-options.ts';
import { ApiKeyRepository } from './api-key.repository.ts';
import { freshCache, type FreshCache } from './fresh-cache.ts';
import { parseKey } from './key-token.ts';
import { SessionRepository } from './session.repository.ts';
import { SESSION_IDLE_MS } from './session-limits.ts';
import { tokenDigest } from './tokens.ts';

/** A session that holds now. */
export interface OpenSession {
  readonly person: Person;
  readonly tokenHash: string;
  readonly passwordMustChange: boolean;
  readonly expiresAt: Instant;
}

interface KnownSession extends OpenSession {
  /** Moved on here as it is used, so that it is written once a minute at most. */
  lastSeenAt: Instant;
}

interface KnownKey {
  readonly key: Key;
  readonly secretHash: string;
  readonly previousHash: string | null;
  readonly previousUntil: Instant;
  readonly expiresAt: Instant;
  lastUsedAt: Instant;
}

/** That something is used is written down at most so often, in milliseconds. */
const TOUCH_MS = 60_000;

/** The database is given so long to say who asks, in milliseconds. */
const PATIENCE_MS = 2000;

/** Says whose a key or a session is. What it has just read it knows by itself, for less than two seconds. */
@Injectable()
export class VerifierService implements OnModuleDestroy {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #storedKeys: ApiKeyRepository;
  readonly #storedSessions: SessionRepository;
  readonly #keys: FreshCache<KnownKey | null>;
  readonly #sessions: FreshCache<KnownSession | null>;
  readonly #writing = new Set<Promise<void>>();

  constructor(
    keys: ApiKeyRepository,
    sessions: SessionRepository,
    @Inject(ACCESS) { isDemo }: AccessOptions,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#clock = clock;
    this.#log = log;
    this.#storedKeys = keys;
    this.#storedSessions = sessions;
    const onError = (error: unknown): void => {
      log.debug({ error }, 'who asks cannot be confirmed in the background');
    };
    this.#keys = freshCache((id) => this.#readKey(id, isDemo), onError);
    this.#sessions = freshCache((tokenHash) => this.#readSession(tokenHash, isDemo), onError);
  }

  /** Whose the key is; null where it is none that holds now. At once where it was asked a moment ago. */
  key(text: string): Key | null | Promise<Key | null> {
    const token = parseKey(text);
    if (token === null) return null;
    const known = this.#keys.known(token.id);
    if (known !== undefined) return this.#keyIfHolds(known, token.secret);
    return this.#asked(this.#keys.ask(token.id)).then((key) => this.#keyIfHolds(key, token.secret));
  }

  /** The session of a token; null where it is none that holds now. At once where it was asked a moment ago. */
  session(token: string): OpenSession | null | Promise<OpenSession | null> {
    const tokenHash = tokenDigest(token);
    const known = this.#sessions.known(tokenHash);
    if (known !== undefined) return this.#sessionIfHolds(known);
    return this.#asked(this.#sessions.ask(tokenHash)).then((session) => this.#sessionIfHolds(session));
  }

  /** To be called once something about people, sessions or keys has changed: here it holds at once. */
  forget(): void {
    this.#keys.forget();
    this.#sessions.forget();
  }

  /** What is still being written must find the database open. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.#writing);
  }

  #keyIfHolds(known: KnownKey | null, secret: string): Key | null {
    if (known === null) return null;
    const at = this.#clock();
    // Digests may be compared as they are: nobody can choose what a secret hashes to.
    const digest = tokenDigest(secret);
    const isRight = digest === known.secretHash || (digest === known.previousHash && at < known.previousUntil);
    if (!isRight || at >= known.expiresAt) return null;
    if (at - known.lastUsedAt >= TOUCH_MS) {
      known.lastUsedAt = at;
      this.#write(this.#storedKeys.touch(known.key.id, at));
    }
    return known.key;
  }

  #sessionIfHolds(known: KnownSession | null): OpenSession | null {
    if (known === null) return null;
    const at = this.#clock();
    if (at >= known.expiresAt || at - known.lastSeenAt >= SESSION_IDLE_MS) return null;
    if (at - known.lastSeenAt >= TOUCH_MS) {
      known.lastSeenAt = at;
      this.#write(this.#storedSessions.touch(known.tokenHash, at));
    }
    return known;
  }

  async #readKey(id: string, isDemo: boolean): Promise<KnownKey | null> {
    const stored = await this.#storedKeys.find(id);
    if (stored?.revokedAt !== null || (stored.isDemo && !isDemo)) return null;
    const { scopes, secretHash, previousHash, previousUntil, expiresAt, lastUsedAt } = stored;
    const key: Key = { kind: 'key', id, scopes };
    return {
      ...{ key, secretHash, previousHash, expiresAt },
      previousUntil: previousUntil ?? -Infinity,
      lastUsedAt: lastUsedAt ?? -Infinity,
    };
  }

  async #readSession(tokenHash: string, isDemo: boolean): Promise<KnownSession | null> {
    const stored = await this.#storedSessions.find(tokenHash, { isDemo });
    if (stored === null) return null;
    const { person, roles, passwordMustChange, lastSeenAt, expiresAt } = stored;
    return { person: { kind: 'person', id: person, roles }, tokenHash, passwordMustChange, lastSeenAt, expiresAt };
  }

  async #asked<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error('the database did not answer in time'));
      }, PATIENCE_MS);
    });
    try {
      return await Promise.race([answer, late]);
    } catch (error) {
      this.#log.debug({ error }, 'who asks cannot be confirmed');
      throw new ProblemError('access_not_confirmed', 'who asks cannot be confirmed: the database does not answer', {
        headers: { 'retry-after': '1' },
      });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Nobody waits for it; that it failed is told. */
  #write(written: Promise<void>): void {
    const done = written
      .catch((error: unknown) => {
        this.#log.warn({ error }, 'the last use could not be written down');
      })
      .finally(() => {
        this.#writing.delete(done);
      });
    this.#writing.add(done);
  }
}
