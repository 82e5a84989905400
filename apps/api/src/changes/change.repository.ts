import { Injectable } from '@nestjs/common';
import type { Change, Review } from '@backstop/core/change';
import type { Effect } from '@backstop/core/policy';
import type { Instant } from '@backstop/core/venue';
import { DataSource, In, type EntityManager } from 'typeorm';
import { isUuid } from '../persistence/is-uuid.ts';
import { ChangeCommentEntity } from './change-comment.entity.ts';
import { ChangeEntryEntity } from './change-entry.entity.ts';
import { ChangeEvidenceEntity } from './change-evidence.entity.ts';
import { ChangeReviewEntity } from './change-review.entity.ts';
import { changeColumns, reviewOf, storedChange } from './change-rows.ts';
import { ChangeEntity } from './change.entity.ts';
import { countingReviews } from './counting-reviews.ts';
import type { StoredChange, StoredComment, StoredEntry, StoredEvidence } from './stored-change.ts';

/** What a write of a change sets beside what its acts decide. */
interface Written {
  readonly at: Instant;
  /** Id of a person. */
  readonly by: string;
  readonly requestedApprovers?: readonly string[];
  /** What its evidence says that it does; null = it has none any more. */
  readonly effect?: { readonly worst: Effect; readonly summary: readonly string[] } | null;
  readonly approvalSequence?: number;
}

/** Changes as rows. Every write counts the revision, which is what `If-Match` is compared with. */
@Injectable()
export class ChangeRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** One change; null where there is none. With `isLocked` nobody else writes it until the transaction ends. */
  async find(
    id: string,
    { manager = this.#dataSource.manager, isLocked = false }: { manager?: EntityManager; isLocked?: boolean } = {},
  ): Promise<StoredChange | null> {
    if (!isUuid(id)) return null;
    const lock = isLocked ? { lock: { mode: 'pessimistic_write' as const } } : {};
    const row = await manager.findOne(ChangeEntity, { where: { id }, ...lock });
    if (row === null) return null;
    const [entries, reviews] = [
      await manager.findBy(ChangeEntryEntity, { changeId: id }),
      await manager.find(ChangeReviewEntity, { where: { changeId: id }, order: { id: 'ASC' } }),
    ];
    return storedChange(row, entries, await countingReviews(manager, reviews, { isLocked }));
  }

  /** Several at once, without what they say: in the order asked. */
  async findMany(ids: readonly string[]): Promise<readonly StoredChange[]> {
    const manager = this.#dataSource.manager;
    const rows = await manager.findBy(ChangeEntity, { id: In([...ids]) });
    const given = await manager.find(ChangeReviewEntity, { where: { changeId: In([...ids]) }, order: { id: 'ASC' } });
    const reviews = await countingReviews(manager, given);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined
        ? []
        : [
            storedChange(
              row,
              [],
              reviews.filter(({ changeId }) => changeId === id),
            ),
          ];
    });
  }

  /** All reviews that a change was ever given, in order, those of older submissions too. */
  async reviews(id: string): Promise<readonly Review[]> {
    const rows = await this.#dataSource.manager.find(ChangeReviewEntity, {
      where: { changeId: id },
      order: { id: 'ASC' },
    });
    return rows.map(reviewOf);
  }

  async comments(id: string): Promise<readonly StoredComment[]> {
    return this.#dataSource.manager.find(ChangeCommentEntity, {
      where: { changeId: id },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  /** The text of an evidence report by its digest. */
  async evidence(digest: string, manager: EntityManager = this.#dataSource.manager): Promise<string | null> {
    const row = await manager.findOneBy(ChangeEvidenceEntity, { digest });
    return row?.report ?? null;
  }

  async insert(
    manager: EntityManager,
    change: Change,
    { at, requestedApprovers = [] }: Pick<Written, 'at' | 'requestedApprovers'>,
  ): Promise<void> {
    const [author = ''] = change.contributors;
    await manager.insert(ChangeEntity, {
      ...changeColumns(change),
      id: change.id,
      origin: 'person',
      actor: author,
      createdAt: at,
      updatedAt: at,
      updatedBy: author,
      requestedApprovers: [...requestedApprovers],
    });
  }

  /** Writes what an act made of a change that was read locked. */
  async update(manager: EntityManager, stored: StoredChange, change: Change, written: Written): Promise<StoredChange> {
    const { at, by, requestedApprovers, effect, approvalSequence } = written;
    const revision = stored.revision + 1;
    await manager.update(
      ChangeEntity,
      { id: change.id },
      {
        ...changeColumns(change),
        revision,
        updatedAt: at,
        updatedBy: by,
        ...(requestedApprovers === undefined ? {} : { requestedApprovers: [...requestedApprovers] }),
        ...(effect === undefined ? {} : { effect: effect?.worst ?? null, summary: [...(effect?.summary ?? [])] }),
        ...(approvalSequence === undefined ? {} : { approvalSequence }),
        ...(change.status === 'cancelled' ? { cancelledAt: at } : {}),
      },
    );
    return { ...stored, change, revision, updatedAt: at, updatedBy: by };
  }

  /** What a draft says from now on. */
  async replaceEntries(manager: EntityManager, id: string, entries: readonly StoredEntry[]): Promise<void> {
    await manager.delete(ChangeEntryEntity, { changeId: id });
    const rows = entries.map(({ policy, kind: _kind, scope, document, ...said }, position) => ({
      ...said,
      changeId: id,
      policyId: policy,
      position,
      scope,
      document: document as object | null,
    }));
    if (rows.length > 0) await manager.insert(ChangeEntryEntity, rows);
  }

  async insertReview(manager: EntityManager, id: string, review: Review): Promise<void> {
    const { by, at, verdict, digest, roles, comment } = review;
    await manager.insert(ChangeReviewEntity, {
      ...{ changeId: id, reviewer: by, reviewedAt: at, verdict, digest, comment },
      roles: [...roles],
    });
  }

  async insertComment(manager: EntityManager, comment: StoredComment): Promise<void> {
    await manager.insert(ChangeCommentEntity, comment);
  }

  async insertEvidence(manager: EntityManager, evidence: StoredEvidence): Promise<void> {
    // The same evidence twice is the same row: its text is what its digest is of.
    await manager.createQueryBuilder().insert().into(ChangeEvidenceEntity).values(evidence).orIgnore().execute();
  }
}
