import type { BookSnapshotResource } from '@backstop/contracts';
import { formatInstant, type Instant } from '@backstop/core/venue';

/** A stored book, without its lines. */
export interface StoredSnapshot {
  readonly id: string;
  readonly hash: string;
  readonly asOf: Instant;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
  readonly accounts: number;
  readonly bytes: number;
  /** Pieces that its lines are stored in. */
  readonly chunks: number;
}

export function snapshotResource(stored: StoredSnapshot): BookSnapshotResource {
  const { id, hash, asOf, recordedAt, recordedBy, accounts, bytes } = stored;
  return { id, hash, asOf: formatInstant(asOf), recordedAt: formatInstant(recordedAt), recordedBy, accounts, bytes };
}
