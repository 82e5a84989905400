import { Injectable } from '@nestjs/common';
import type { Instant } from '@backstop/core/venue';
import { DataSource } from 'typeorm';
import type { AuditKey } from './audit-key.ts';
import { appendAudit, headOf, lockChain } from './audit.repository.ts';
import { signCheckpoint, type SignedCheckpoint } from './signed-checkpoint.ts';

const KEY_ADDED = 'audit.key_added';

/** Writes signed places of the chain. */
@Injectable()
export class CheckpointRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Tells in the chain itself which key signs, where it has never signed before. */
  async introduce({ keyId, publicKey }: AuditKey, at: Instant): Promise<void> {
    const subject = `audit-key:${keyId}`;
    await this.#dataSource.transaction(async (manager) => {
      await lockChain(manager);
      const [known] = await manager.query<unknown[]>(
        'select 1 from audit_entry where subject = $1 and act = $2 limit 1',
        [subject, KEY_ADDED],
      );
      if (known !== undefined) return;
      const details = { publicKey };
      await appendAudit(manager, { at, actor: 'system', act: KEY_ADDED, subject, before: null, after: keyId, details });
    });
  }

  /** Signs the head of the chain; null where it has been signed already, or where there is none. */
  async write(key: AuditKey, at: Instant): Promise<SignedCheckpoint | null> {
    return this.#dataSource.transaction(async (manager) => {
      await lockChain(manager);
      const head = await headOf(manager);
      if (head === null) return null;
      const [signed] = await manager.query<unknown[]>('select 1 from audit_checkpoint where sequence >= $1 limit 1', [
        head.sequence,
      ]);
      if (signed !== undefined) return null;
      const checkpoint = signCheckpoint(head, at, key);
      const { sequence, hash, keyId, publicKey, signature } = checkpoint;
      await manager.query(
        `insert into audit_checkpoint (sequence, hash, at, key_id, public_key, signature)
         values ($1, $2, $3, $4, $5, $6)`,
        [sequence, hash, new Date(at), keyId, publicKey, signature],
      );
      return checkpoint;
    });
  }
}
