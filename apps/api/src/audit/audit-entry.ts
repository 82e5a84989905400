import type { AuditAct } from '@backstop/contracts';
import { linkAfter, type ChainLink, type ChainPlace } from '@backstop/core/canonical';
import type { JsonObject } from '@backstop/core/change';
import { formatInstant, type Instant } from '@backstop/core/venue';
import { sha256 } from '../persistence/sha256.ts';

/** One act, as whoever does it tells it. */
export interface AuditEntry {
  readonly at: Instant;
  /** A person's id, `key:<id>`, or `system`. */
  readonly actor: string;
  /** What was done, as `change.submitted`. */
  readonly act: AuditAct;
  /** What it was done to, as `change:<id>`. */
  readonly subject: string;
  /** Digest of what it was before; null where there was nothing, or nothing that has a digest. */
  readonly before: string | null;
  /** The same of what it has become. */
  readonly after: string | null;
  /** Whatever else tells what was done; never a secret. */
  readonly details: JsonObject;
}

/** What the hash of an entry is made of: the entry with its instant as text. */
export interface AuditBody extends Omit<AuditEntry, 'at'> {
  readonly at: string;
}

/** The link that tells an act; `last` is null where the chain begins. */
export function auditLink(last: ChainPlace | null, entry: AuditEntry): ChainLink<AuditBody> {
  const { at, actor, act, subject, before, after, details } = entry;
  return linkAfter(last, { at: formatInstant(at), actor, act, subject, before, after, details }, sha256);
}
