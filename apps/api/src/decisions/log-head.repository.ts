import { Injectable } from '@nestjs/common';
import type { ChainPlace } from '@backstop/core/canonical';
import type { Instant } from '@backstop/core/venue';
import { DataSource } from 'typeorm';
import type { AuditBody } from '../audit/audit-entry.ts';
import { linkOf, type EntryRow } from '../audit/audit-rows.ts';
import { appendAudit, lockChain } from '../audit/audit.repository.ts';
import { headOf } from './decision-log.repository.ts';

const HEAD_TOLD = 'decisions.head_told';

/** Places of the log that the audit chain tells of. */
@Injectable()
export class LogHeadRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Tells the head of the log in the audit chain, where nobody has told it yet. */
  async tell(at: Instant): Promise<void> {
    await this.#dataSource.transaction(async (manager) => {
      await lockChain(manager);
      const head = await headOf(manager);
      if (head === null) return;
      const subject = `decision-log:${String(head.sequence)}`;
      const [told] = await manager.query<unknown[]>(
        'select 1 from audit_entry where subject = $1 and act = $2 limit 1',
        [subject, HEAD_TOLD],
      );
      if (told !== undefined) return;
      const entry = {
        at,
        actor: 'system',
        act: HEAD_TOLD,
        subject,
        before: null,
        after: head.hash,
        details: {},
      } as const;
      await appendAudit(manager, entry);
    });
  }

  /** Every place that was told; what somebody has edited past the service is none. */
  async told(): Promise<readonly ChainPlace[]> {
    const rows = await this.#dataSource.query<EntryRow[]>(
      `select sequence, previous, hash, body, at, actor, act, subject from audit_entry where act = $1 order by sequence`,
      [HEAD_TOLD],
    );
    return rows.flatMap((row) => {
      const { subject = '', after = null } = { ...(linkOf(row).body as Partial<AuditBody>) };
      const [, sequence] = /^decision-log:(\d+)$/.exec(subject) ?? [];
      return sequence === undefined || after === null ? [] : [{ sequence: Number(sequence), hash: after }];
    });
  }
}
