import type { ChainLink } from '@backstop/core/canonical';
import { chainedBody } from '../persistence/chained-body.ts';
import { columnInstant } from '../persistence/column-instant.ts';
import type { SignedCheckpoint } from './signed-checkpoint.ts';

/** A row of `audit_entry` as the driver hands it over. */
export interface EntryRow {
  readonly sequence: string;
  readonly previous: string;
  readonly hash: string;
  readonly body: string;
  readonly at: Date | number;
  readonly actor: string;
  readonly act: string;
  readonly subject: string;
}

/** A row of `audit_checkpoint`. */
export interface CheckpointRow {
  readonly sequence: string;
  readonly hash: string;
  readonly at: Date | number;
  readonly key_id: string;
  readonly public_key: string;
  readonly signature: string;
}

/** The link that a row holds; its body is what the columns beside it say too. */
export function linkOf({ sequence, previous, hash, body, at, actor, act, subject }: EntryRow): ChainLink {
  const columns = { at: columnInstant(at), actor, act, subject };
  return { sequence: Number(sequence), previous, hash, body: chainedBody(body, columns) };
}

export function checkpointOf(row: CheckpointRow): SignedCheckpoint {
  const { sequence, hash, at, key_id: keyId, public_key: publicKey, signature } = row;
  return { sequence: Number(sequence), hash, at: columnInstant(at), keyId, publicKey, signature };
}
