import type { ChainLink } from '@backstop/core/canonical';
import { canonicalJson } from '@backstop/core/canonical';
import { formatInstant } from '@backstop/core/venue';
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

/**
 * The link that a row holds. Somebody may have written to the row past the service: what is no canonical JSON, or says
 * otherwise than the columns beside it, becomes a body that the hash is not of.
 */
export function linkOf(row: EntryRow): ChainLink {
  const { sequence, previous, hash } = row;
  return { sequence: Number(sequence), previous, hash, body: bodyOf(row) };
}

export function checkpointOf(row: CheckpointRow): SignedCheckpoint {
  const { sequence, hash, at, key_id: keyId, public_key: publicKey, signature } = row;
  return { sequence: Number(sequence), hash, at: instantText(at), keyId, publicKey, signature };
}

function bodyOf({ body: text, at, actor, act, subject }: EntryRow): unknown {
  let body: unknown;
  try {
    body = JSON.parse(text);
    if (canonicalJson(body) !== text) return text;
  } catch {
    return text;
  }
  const columns = { at: instantText(at), actor, act, subject };
  const told = { ...(body as Partial<typeof columns>) };
  const agrees = Object.entries(columns).every(([name, value]) => told[name as keyof typeof columns] === value);
  return agrees ? body : { body, columns };
}

/** The driver gives a number for an infinite instant. */
function instantText(at: Date | number): string {
  return at instanceof Date ? formatInstant(at.getTime()) : String(at);
}
