import { canonicalJson, type ChainPlace } from '@backstop/core/canonical';
import type { EntityManager } from 'typeorm';
import { auditLink, type AuditEntry } from './audit-entry.ts';

/** Entries are chained one after another, so that the chain never forks: whoever has the lock has the head. */
const CHAIN_LOCK = 7_248_301_555;

/**
 * Tells an act in the transaction of the act itself: neither is ever without the other. Called last in it, since
 * every other act waits from here until the transaction ends.
 */
export async function appendAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
  const { sequence, previous, hash, body } = auditLink(await headOf(manager), entry);
  await manager.query(
    `insert into audit_entry (sequence, previous, hash, body, at, actor, act, subject)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [sequence, previous, hash, canonicalJson(body), new Date(entry.at), body.actor, body.act, body.subject],
  );
}

async function headOf(manager: EntityManager): Promise<ChainPlace | null> {
  const [row] = await manager.query<{ sequence: string; hash: string }[]>(
    'select sequence, hash from audit_entry order by sequence desc limit 1',
  );
  return row === undefined ? null : { sequence: Number(row.sequence), hash: row.hash };
}
