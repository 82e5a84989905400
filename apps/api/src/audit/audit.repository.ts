import { Injectable } from '@nestjs/common';
import { canonicalJson, type ChainLink, type ChainPlace } from '@backstop/core/canonical';
import { DataSource, type EntityManager } from 'typeorm';
import { auditLink, type AuditEntry } from './audit-entry.ts';
import { checkpointOf, linkOf, type CheckpointRow, type EntryRow } from './audit-rows.ts';
import type { SignedCheckpoint } from './signed-checkpoint.ts';
import type { AuditRecord } from './verify-audit.ts';

/** Entries are chained one after another, so that the chain never forks: whoever has the lock has the head. */
const CHAIN_LOCK = 7_248_301_555;

const ROWS_AT_ONCE = 500;

/**
 * Tells an act in the transaction of the act itself: neither is ever without the other. Called last in it, since
 * every other act waits from here until the transaction ends.
 */
export async function appendAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  await lockChain(manager);
  const { sequence, previous, hash, body } = auditLink(await headOf(manager), entry);
  await manager.query(
    `insert into audit_entry (sequence, previous, hash, body, at, actor, act, subject)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [sequence, previous, hash, canonicalJson(body), new Date(entry.at), body.actor, body.act, body.subject],
  );
}

/** Which entries are asked for; null = whatever it is. */
export interface AuditPage {
  /** Of the last entry of the page before. */
  readonly after: number | null;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  readonly actor: string | null;
  readonly act: string | null;
  readonly subject: string | null;
}

@Injectable()
export class AuditRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One page of entries. */
  async page({ after, order, limit, actor, act, subject }: AuditPage): Promise<readonly ChainLink[]> {
    const [relation, direction] = order === 'asc' ? ['>', 'asc'] : ['<', 'desc'];
    const rows = await this.#dataSource.query<EntryRow[]>(
      `select sequence, previous, hash, body, at, actor, act, subject from audit_entry
       where ($1::bigint is null or sequence ${relation} $1) and ($2::text is null or actor = $2)
         and ($3::text is null or act = $3) and ($4::text is null or subject = $4)
       order by sequence ${direction} limit $5`,
      [after, actor, act, subject, limit],
    );
    return rows.map(linkOf);
  }

  /** Checkpoints after a sequence, in order. */
  async checkpoints(after: number, limit: number): Promise<readonly SignedCheckpoint[]> {
    return this.#checkpoints(after, Number.MAX_SAFE_INTEGER, limit);
  }

  /**
   * The whole chain with its checkpoints, in order, as it stands when the first page is asked for. Entries only come
   * after others, so that up to the head of that moment every page is of one state, and no transaction is held open.
   */
  async *records(): AsyncGenerator<readonly AuditRecord[]> {
    const [ends] = await this.#dataSource.query<{ entry: string; checkpoint: string }[]>(
      `select coalesce((select max(sequence) from audit_entry), 0) as entry,
              coalesce((select max(sequence) from audit_checkpoint), 0) as checkpoint`,
    );
    const [head, last] = [Number(ends?.entry), Number(ends?.checkpoint)];
    let after = 0;
    for (;;) {
      const rows = await this.#dataSource.query<EntryRow[]>(
        `select sequence, previous, hash, body, at, actor, act, subject from audit_entry
         where sequence > $1 and sequence <= $2 order by sequence limit $3`,
        [after, head, ROWS_AT_ONCE],
      );
      const links = rows.map(linkOf);
      const to = links.length < ROWS_AT_ONCE ? last : Math.min(last, links.at(-1)?.sequence ?? last);
      // No more checkpoints than entries, plus those that stand beyond the end, of which the first says it all.
      const checkpoints = await this.#checkpoints(after, to, ROWS_AT_ONCE + 1);
      yield merged(links, checkpoints);
      if (links.length < ROWS_AT_ONCE) return;
      after = links.at(-1)?.sequence ?? head;
    }
  }

  async #checkpoints(after: number, to: number, limit: number): Promise<readonly SignedCheckpoint[]> {
    const rows = await this.#dataSource.query<CheckpointRow[]>(
      `select sequence, hash, at, key_id, public_key, signature from audit_checkpoint
       where sequence > $1 and sequence <= $2 order by sequence limit $3`,
      [after, to, limit],
    );
    return rows.map(checkpointOf);
  }
}

/** Takes the chain for the rest of the transaction. */
export async function lockChain(manager: EntityManager): Promise<void> {
  await manager.query('select pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
}

/** The last place of the chain; null where it has not begun. */
export async function headOf(manager: EntityManager): Promise<ChainPlace | null> {
  const [row] = await manager.query<{ sequence: string; hash: string }[]>(
    'select sequence, hash from audit_entry order by sequence desc limit 1',
  );
  return row === undefined ? null : { sequence: Number(row.sequence), hash: row.hash };
}

function merged(links: readonly ChainLink[], checkpoints: readonly SignedCheckpoint[]): AuditRecord[] {
  const records: AuditRecord[] = [];
  let next = 0;
  const meetUpTo = (sequence: number): void => {
    for (let each = checkpoints[next]; each !== undefined && each.sequence <= sequence; each = checkpoints[next]) {
      records.push({ checkpoint: each });
      next += 1;
    }
  };
  for (const entry of links) {
    records.push({ entry });
    meetUpTo(entry.sequence);
  }
  meetUpTo(Infinity);
  return records;
}
