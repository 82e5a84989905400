import { CheckpointService } from '@backstop/api/audit/checkpoint.service';
import { appendAudit } from '@backstop/api/audit/audit.repository';
import { pathOf, paths, type AuditCheckpointResource, type AuditVerificationResource } from '@backstop/contracts';
import type { DataSource } from 'typeorm';
import type { Cleanups } from './cleanups.ts';
import { silentSession } from './silent-session.ts';
import { startApp, type TestApp } from './start-app.ts';

/** An application with a chain of a known length, its place halfway and its head signed. */
export async function auditedApp(to: Cleanups, acts: number): Promise<TestApp> {
  const app = await startApp({ content: 'empty', access: { isDemo: false } });
  to.add(app.stop);
  await appendActs(app.dataSource, Math.floor(acts / 2));
  await app.nest.get(CheckpointService).write();
  await appendActs(app.dataSource, acts - Math.floor(acts / 2));
  await app.nest.get(CheckpointService).write();
  return app;
}

/** Some acts, in one transaction. */
export async function appendActs(dataSource: DataSource, count: number, actor = 'ann'): Promise<void> {
  await dataSource.transaction(async (manager) => {
    for (let index = 0; index < count; index += 1) {
      const subject = `thing:${String(index % 3)}`;
      const details = { index, note: 'a “test”' };
      await appendAudit(manager, {
        at: Date.now(),
        actor,
        act: 'loss.recorded',
        subject,
        before: null,
        after: null,
        details,
      });
    }
  });
}

/** Does something to the tables as their owner can who switches the triggers off. */
export async function asOwner(dataSource: DataSource, ...statements: (string | [string, unknown[]])[]): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    for (const statement of statements) {
      const [text, values] = typeof statement === 'string' ? [statement, []] : statement;
      await manager.query(text, values);
    }
  });
}

/** What the route that verifies says. */
export async function verified(
  app: TestApp,
  checkpoints: readonly { sequence: number; hash: string }[] = [],
): Promise<AuditVerificationResource> {
  const { fetch } = await silentSession(app, 'auditor');
  const response = await fetch(pathOf(paths.auditVerification, {}), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ checkpoints }),
  });
  if (response.status !== 200) throw new Error(await response.text());
  return (await response.json()) as AuditVerificationResource;
}

/** The signed checkpoints, the latest last. */
export async function checkpointsOf(app: TestApp): Promise<AuditCheckpointResource[]> {
  const { fetch } = await silentSession(app, 'auditor');
  return (await (await fetch(paths.auditCheckpoints)).json()) as AuditCheckpointResource[];
}
