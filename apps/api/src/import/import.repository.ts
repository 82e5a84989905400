import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { digestOf } from '@backstop/core/canonical';
import type { Instant } from '@backstop/core/venue';
import { DataSource, type EntityManager } from 'typeorm';
import type { AuditEntry } from '../audit/audit-entry.ts';
import { appendAudit } from '../audit/audit.repository.ts';
import { APPROVAL_LOCK } from '../changes/approval-lock.ts';
import { ChangeEntity } from '../changes/change.entity.ts';
import { PolicyVersionEntity } from '../policies/policy-version.entity.ts';
import { PolicyEntity } from '../policies/policy.entity.ts';
import { sha256 } from '../persistence/sha256.ts';
import type { ImportPlan, PlannedChange } from './import-plan.ts';

const ROWS_AT_ONCE = 500;

/** Writes what has been planned; whole, or nothing of it. */
@Injectable()
export class ImportRepository {
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.#dataSource.manager.exists(PolicyEntity));
  }

  /** Writes into an empty database; false where it is not empty, and then nothing is written. */
  async writeIntoEmpty(plan: ImportPlan, at: Instant): Promise<boolean> {
    return this.#dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [APPROVAL_LOCK]);
      if (await manager.exists(PolicyEntity)) return false;
      await insertPolicies(manager, plan, at);
      for (const [index, change] of plan.changes.entries()) {
        await insertApproved(manager, change, { reason: plan.reason, at, sequence: index + 1 });
      }
      await appendAudit(manager, importEntry(plan, at));
      return true;
    });
  }
}

async function insertPolicies(manager: EntityManager, plan: ImportPlan, createdAt: Instant): Promise<void> {
  const policies = new Map<string, { id: string; kind: string; key: string; createdAt: Instant }>();
  for (const { policy, kind } of plan.changes.flatMap(({ versions }) => versions)) {
    policies.set(policy, { id: policy, kind, key: policy.slice(kind.length + 1), createdAt });
  }
  for (const rows of inParts([...policies.values()])) await manager.insert(PolicyEntity, rows);
}

/** First the draft, then its versions, then the approval: what is approved is closed, for an import too. */
async function insertApproved(
  manager: EntityManager,
  change: PlannedChange,
  { reason, at, sequence }: { readonly reason: string; readonly at: Instant; readonly sequence: number },
): Promise<void> {
  const id = randomUUID();
  const { effectiveFrom } = change;
  await manager.insert(ChangeEntity, {
    id,
    origin: 'import',
    status: 'draft',
    actor: 'system',
    reason,
    createdAt: at,
    effectiveFrom,
  });
  const rows = change.versions.map(({ policy, version, title, scope, document, canonical, digest, ends }) => ({
    policyId: policy,
    version,
    changeId: id,
    mode: 'enforce' as const,
    title,
    scope,
    document: document as object | null,
    canonical,
    digest,
    ends,
  }));
  for (const part of inParts(rows)) await manager.insert(PolicyVersionEntity, part);
  await manager.update(ChangeEntity, { id }, { status: 'approved', approvedAt: at, approvalSequence: sequence });
}

function importEntry({ changes, reason }: ImportPlan, at: Instant): AuditEntry {
  const versions = changes.flatMap((change) => change.versions);
  return {
    at,
    actor: 'system',
    act: 'set.imported',
    subject: 'timeline',
    before: null,
    after: digestOf(
      versions.map(({ policy, version, digest }) => [policy, version, digest]),
      sha256,
    ),
    details: { reason, changes: changes.length, versions: versions.length },
  };
}

function inParts<Row>(rows: readonly Row[]): Row[][] {
  const parts: Row[][] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) parts.push(rows.slice(from, from + ROWS_AT_ONCE));
  return parts;
}
