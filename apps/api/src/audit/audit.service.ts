import { Injectable } from '@nestjs/common';
import type { ChainLink, ChainPlace } from '@backstop/core/canonical';
import type {
  AuditEntryResource,
  AuditExportLine,
  AuditListQuery,
  AuditVerificationResource,
  CheckpointListQuery,
} from '@backstop/contracts';
import { linkedPage, type LinkedPage } from '../http/linked-page.ts';
import type { AuditBody } from './audit-entry.ts';
import { AuditRepository } from './audit.repository.ts';
import type { SignedCheckpoint } from './signed-checkpoint.ts';
import { verifyAudit } from './verify-audit.ts';

/** Reading the audit chain. */
@Injectable()
export class AuditService {
  readonly #audit: AuditRepository;

  constructor(audit: AuditRepository) {
    this.#audit = audit;
  }

  async list({ after, order, limit, actor, act, subject }: AuditListQuery): Promise<LinkedPage<AuditEntryResource>> {
    const links = await this.#audit.page({
      after: after ?? null,
      order,
      limit: limit + 1,
      actor: actor ?? null,
      act: act ?? null,
      subject: subject ?? null,
    });
    return linkedPage(links.map(entryResource), limit);
  }

  async checkpoints({ after, limit }: CheckpointListQuery): Promise<LinkedPage<SignedCheckpoint>> {
    return linkedPage(await this.#audit.checkpoints(after, limit + 1), limit);
  }

  /** Walks the whole chain, and holds it against its own checkpoints and against those that were kept elsewhere. */
  async verify(places: readonly ChainPlace[]): Promise<AuditVerificationResource> {
    const { keyIds, ...verdict } = await verifyAudit(this.#audit.records(), { places, keyIds: null });
    return { ...verdict, keyIds: [...keyIds] };
  }

  /** The whole chain as lines, the last of which says that it is the last; many lines at once. */
  async *export(): AsyncGenerator<string> {
    const counts = { entries: 0, checkpoints: 0 };
    for await (const page of this.#audit.records()) {
      let text = '';
      for (const record of page) {
        if ('entry' in record) counts.entries += 1;
        else counts.checkpoints += 1;
        text += JSON.stringify(record) + '\n';
      }
      yield text;
    }
    const end: AuditExportLine = { end: true, ...counts };
    yield JSON.stringify(end) + '\n';
  }
}

/** A body that somebody wrote past the service may lack what a body has; verification says so, a list shows what there is. */
function entryResource({ sequence, previous, hash, body }: ChainLink): AuditEntryResource {
  const {
    at = '',
    actor = '',
    act = '',
    subject = '',
    before = null,
    after = null,
    details = {},
  } = {
    ...(body as Partial<AuditBody>),
  };
  return { sequence, at, actor, act, subject, before, after, details, previous, hash };
}
