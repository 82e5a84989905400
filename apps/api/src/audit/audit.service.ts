import { Injectable } from '@nestjs/common';
import type { ChainLink, ChainPlace } from '@backstop/core/canonical';
import type {
  AuditEntryResource,
  AuditExportLine,
  AuditListQuery,
  AuditVerificationResource,
  CheckpointListQuery,
} from '@backstop/contracts';
import type { AuditBody } from './audit-entry.ts';
import { AuditRepository } from './audit.repository.ts';
import type { SignedCheckpoint } from './signed-checkpoint.ts';
import { verifyAudit } from './verify-audit.ts';

/** One page of an append-only list; `next` is what the page after it comes after, null for the last page. */
interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: number | null;
}

/** Reading the audit chain. */
@Injectable()
export class AuditService {
  readonly #audit: AuditRepository;

  constructor(audit: AuditRepository) {
    this.#audit = audit;
  }

  async list({ after, order, limit, actor, act, subject }: AuditListQuery): Promise<Page<AuditEntryResource>> {
    const links = await this.#audit.page({
      after: after ?? null,
      order,
      limit: limit + 1,
      actor: actor ?? null,
      act: act ?? null,
      subject: subject ?? null,
    });
    return pageOf(links.map(entryResource), limit);
  }

  async checkpoints({ after, limit }: CheckpointListQuery): Promise<Page<SignedCheckpoint>> {
    return pageOf(await this.#audit.checkpoints(after, limit + 1), limit);
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

/** One row more than the page holds was asked for: it says that there is another page. */
function pageOf<Row extends { readonly sequence: number }>(rows: readonly Row[], limit: number): Page<Row> {
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.sequence ?? null) : null };
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
