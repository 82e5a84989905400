import type { KeyScope } from '@backstop/core/access';
import type { Instant } from '@backstop/core/venue';

/** An API key as the database has it, without what its secret hashes to. */
export interface StoredKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly KeyScope[];
  readonly isDemo: boolean;
  readonly createdAt: Instant;
  /** A person's id, or `system`. */
  readonly createdBy: string;
  readonly expiresAt: Instant;
  readonly rotatedAt: Instant | null;
  /** Until when the secret before the last rotation works; null = there is none. */
  readonly previousUntil: Instant | null;
  readonly revokedAt: Instant | null;
  readonly lastUsedAt: Instant | null;
}

/** A key with what its secrets hash to. */
export interface KeyWithHashes extends StoredKey {
  readonly secretHash: string;
  readonly previousHash: string | null;
}
