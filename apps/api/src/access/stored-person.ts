import type { Role } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';

/** A person as the database has them, without what proves who they are. */
export interface StoredPerson {
  readonly id: string;
  readonly origin: 'local' | 'oidc';
  /** Null for `oidc`. */
  readonly login: string | null;
  /** The identity provider; null for `local`. */
  readonly issuer: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly isDemo: boolean;
  readonly passwordMustChange: boolean;
  readonly createdAt: Instant;
  readonly disabledAt: Instant | null;
  readonly lastSignInAt: Instant | null;
  /** No sign-in until then; null = not locked. */
  readonly lockedUntil: Instant | null;
  /** Counts every edit, from 1. */
  readonly version: number;
}

/** A person who signs in here, with what proves it. */
export interface LocalPerson {
  readonly person: StoredPerson;
  readonly passwordHash: string;
}
