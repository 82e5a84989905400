import { Injectable } from '@nestjs/common';
import { parsePolicyId } from '@backstop/core/policy';
import { InvariantError } from '@backstop/core/num';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { ChangeEntity } from '../changes/change.entity.ts';
import { PolicyVersionEntity } from './policy-version.entity.ts';
import { untilKnownAt, type ApprovedVersion, type StoredDocument, type StoredVersion } from './stored-version.ts';

/** Which versions of a policy are asked for. */
export interface VersionPage {
  readonly sort: 'version' | 'effectiveFrom';
  readonly order: 'asc' | 'desc';
  readonly offset: number;
  readonly limit: number;
}

/** What has been approved as far as this database knows; `revision` changes with every approval and cancellation. */
export interface ApprovedVersions {
  readonly revision: string;
  readonly versions: readonly ApprovedVersion[];
}

/** What is known before anything was read. */
const NOTHING: ApprovedVersions = { revision: '', versions: [] };

@Injectable()
export class PolicyVersionRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Cheap: asked twice a second. Counts beside the highest sequence, since neither a cancellation nor a confirmation raises it. */
  async revision(manager: EntityManager = this.#dataSource.manager): Promise<string> {
    const rows: { revision: string }[] = await manager.query(
      `select concat_ws('/', coalesce(max(approval_sequence), 0), count(approval_sequence), count(cancelled_at),
         count(emergency_confirmed_at)) as revision
       from change`,
    );
    return rows[0]?.revision ?? '';
  }

  /** Every approved version that was not cancelled, with the revision that they are of. */
  async approved(known: ApprovedVersions = NOTHING): Promise<ApprovedVersions> {
    return this.#dataSource.transaction('REPEATABLE READ', (manager) => this.approvedIn(manager, known));
  }

  /**
   * The same within a transaction that nobody writes to the timeline beside. Of what is known already only what was
   * approved since is read: a long history is not read anew for each change that is added to it.
   */
  async approvedIn(manager: EntityManager, known: ApprovedVersions = NOTHING): Promise<ApprovedVersions> {
    const revision = await this.revision(manager);
    const isLonger = onlyGrew(known.revision, revision);
    const rows = await withChange(manager)
      .where('change.status = :status', { status: 'approved' })
      .andWhere('change.approvalSequence > :after', { after: isLonger ? countsOf(known.revision).latest : 0 })
      .orderBy('change.approvalSequence')
      .addOrderBy('version.policyId')
      .getMany();
    return { revision, versions: [...(isLonger ? known.versions : []), ...rows.map(approvedVersion)] };
  }

  /** One page of the versions of a policy, and how many there are. */
  async page(policy: string, { sort, order, offset, limit }: VersionPage): Promise<[readonly StoredVersion[], number]> {
    const direction = order === 'desc' ? 'DESC' : 'ASC';
    const query = withChange(this.#dataSource.manager).where('version.policyId = :policy', { policy });
    if (sort === 'effectiveFrom') query.orderBy('change.effectiveFrom', direction);
    query.addOrderBy('version.version', direction).offset(offset).limit(limit);
    const [rows, total] = await query.getManyAndCount();
    return [rows.map(storedVersion), total];
  }

  /** One version with what it says; null where there is none. */
  async find(policy: string, version: number): Promise<StoredDocument | null> {
    const row = await withChange(this.#dataSource.manager)
      .where('version.policyId = :policy and version.version = :version', { policy, version })
      .getOne();
    return row === null ? null : { ...storedVersion(row), document: documentOf(row), canonical: row.canonical };
  }
}

/** What a revision counts. */
function countsOf(revision: string): Record<'latest' | 'approvals' | 'cancelled' | 'confirmed', number> {
  const [latest = 0, approvals = 0, cancelled = 0, confirmed = 0] = revision.split('/').map(Number);
  return { latest, approvals, cancelled, confirmed };
}

/** Whether approvals were added behind the latest one, and nothing else happened to any of those before. */
function onlyGrew(before: string, after: string): boolean {
  const [was, is] = [countsOf(before), countsOf(after)];
  const isUntouched = was.cancelled === is.cancelled && was.confirmed === is.confirmed;
  return isUntouched && is.latest > was.latest && is.latest - was.latest === is.approvals - was.approvals;
}

function withChange(manager: EntityManager): SelectQueryBuilder<PolicyVersionEntity> {
  return manager.createQueryBuilder(PolicyVersionEntity, 'version').innerJoinAndSelect('version.change', 'change');
}

function storedVersion(row: PolicyVersionEntity): StoredVersion {
  const { policyId, version, title, scope, ends, digest, mode, change } = row;
  const { id, origin, status, actor, reason, effectiveFrom, approvedAt, approvalSequence } = change;
  const emergency = emergencyOf(change);
  const effectiveUntil = untilKnownAt(change.effectiveUntil, emergency, Infinity);
  return {
    policy: policyId,
    version,
    kind: kindOf(policyId),
    title,
    scope,
    ends,
    digest,
    mode,
    change: {
      id,
      origin,
      status,
      actor,
      reason,
      effectiveFrom,
      effectiveUntil,
      approvedAt,
      approvalSequence,
      emergency,
    },
  };
}

function approvedVersion(row: PolicyVersionEntity): ApprovedVersion {
  const { policyId, version, title, ends, digest, mode, change } = row;
  const { effectiveFrom, approvedAt, approvalSequence } = change;
  if (effectiveFrom === null || approvedAt === null || approvalSequence === null) {
    throw new InvariantError(`the approved change ${change.id} does not say when`);
  }
  const emergency = emergencyOf(change);
  return {
    policy: policyId,
    version,
    kind: kindOf(policyId),
    title,
    scope: row.scope,
    document: documentOf(row),
    ends,
    digest,
    mode,
    effectiveFrom,
    effectiveUntil: untilKnownAt(change.effectiveUntil, emergency, Infinity),
    approvedAt,
    approvalSequence,
    change: change.id,
    emergency,
  };
}

function emergencyOf({
  emergencyBy: by,
  emergencyExpiresAt: expiresAt,
  emergencyConfirmedAt: confirmedAt,
  effectiveUntil: untilIfConfirmed,
}: ChangeEntity): ApprovedVersion['emergency'] {
  return by === null || expiresAt === null ? null : { by, expiresAt, confirmedAt, untilIfConfirmed };
}

/** From the canonical text, which is the authority; `jsonb` beside it keeps neither bytes nor order. */
function documentOf(row: PolicyVersionEntity): unknown {
  if (row.ends) return null;
  return (JSON.parse(row.canonical) as { document: unknown }).document;
}

function kindOf(policy: string): string {
  const parts = parsePolicyId(policy);
  if (parts === null) throw new InvariantError(`the database holds the policy id ${policy}, which is none`);
  return parts.kind;
}
