import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { verifyExport } from '@backstop/api/audit/verify-export';
import { DecisionLogRepository } from '@backstop/api/decisions/decision-log.repository';
import { LogHeadRepository } from '@backstop/api/decisions/log-head.repository';
import { openDataSource } from '@backstop/api/persistence/data-source';
import { sha256 } from '@backstop/api/persistence/sha256';
import { canonicalJson, linkAfter } from '@backstop/core/canonical';
import {
  auditVerificationResource,
  batchLineResponse,
  decisionReplay,
  pathOf,
  paths,
  type AuditVerificationResource,
} from '@backstop/contracts';
import type { DataSource } from 'typeorm';
import { asOwner } from '../support/audited-app.ts';
import { cleanups } from '../support/cleanups.ts';
import { expectProblem } from '../support/expect-problem.ts';
import { ask, decide, movedZone, withZones } from '../support/moved-zone.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

const LOG_LOCK = 7_248_301_556;

const after = cleanups();

/** A service with some decisions in its log. */
async function loggedApp(count: number): Promise<TestApp> {
  const app = await startApp();
  after.add(app.stop);
  for (let index = 1; index <= count; index += 1) await decide(app, movedZone(`a-${String(index)}`));
  return app;
}

async function rowsOf(dataSource: DataSource): Promise<unknown[]> {
  return dataSource.query<unknown[]>('select * from decision_log order by sequence');
}

async function verified(app: TestApp, checkpoints: readonly object[] = []): Promise<AuditVerificationResource> {
  const auditor = await app.signInAs('auditor');
  const response = await auditor.fetch(paths.decisionVerification, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ checkpoints }),
  });
  return auditVerificationResource.parse(await response.json());
}

/** What the replay of the entry at a place says. */
async function faultOf(app: TestApp, decisionId: string): Promise<string | null> {
  const viewer = await app.signInAs('viewer');
  const response = await viewer.fetch(pathOf(paths.decisionReplay, { id: decisionId }), { method: 'POST' });
  return decisionReplay.parse(await response.json()).fault?.code ?? null;
}

describe('the database itself keeps the log', () => {
  it.each([
    ['an edit', `update decision_log set hash = repeat('0', 64)`],
    ['an edit that changes nothing', 'update decision_log set hash = hash'],
    ['a deletion', 'delete from decision_log where sequence = 1'],
    ['a deletion of no row', 'delete from decision_log where sequence < 0'],
    ['being emptied', 'truncate decision_log'],
    ['being emptied with whatever refers to it', 'truncate decision_log cascade'],
    [
      'an insertion that would be an edit',
      `insert into decision_log (sequence, previous, hash, body, decision_id, as_of, account, outcome, policy_set)
       select sequence, previous, hash, body, decision_id, as_of, account, outcome, policy_set from decision_log
       on conflict (sequence) do update set hash = excluded.hash`,
    ],
  ])('from %s', async (_name, statement) => {
    const { dataSource } = await loggedApp(2);
    const before = await rowsOf(dataSource);
    expect(before).toHaveLength(2);
    await expect(dataSource.query(statement)).rejects.toThrow('decision_log_must_only_grow');
    expect(await rowsOf(dataSource)).toEqual(before);
  });
});

describe('what the owner of the database does to the log past the triggers is found', () => {
  it.each([
    [
      'an edit of a decision',
      `update decision_log set body = replace(body, 'healthy', 'wealthy') where sequence = 3`,
      3,
    ],
    ['an edit of whose it is', `update decision_log set account = 'a-9' where sequence = 3`, 3],
    ['an edit of its instant', `update decision_log set as_of = 'infinity' where sequence = 3`, 3],
    ['an edit of the mere spelling', `update decision_log set body = body || ' ' where sequence = 3`, 3],
    ['a deletion', 'delete from decision_log where sequence = 2', 3],
  ])('%s', async (_name, statement, sequence) => {
    const app = await loggedApp(4);
    expect(await verified(app)).toMatchObject({ ok: true, entries: 4 });
    await asOwner(app.dataSource, statement);
    expect(await verified(app)).toMatchObject({ ok: false, fault: { sequence } });
  });

  it('a cut, by a place that was kept elsewhere', async () => {
    const app = await loggedApp(4);
    const { head } = await verified(app);
    await asOwner(app.dataSource, 'delete from decision_log where sequence = 4');
    expect(await verified(app)).toMatchObject({ ok: true, entries: 3 });
    const held = await verified(app, head === null ? [] : [head]);
    expect(held).toMatchObject({ ok: false, fault: { code: 'chain_must_reach_its_checkpoint' } });
  });

  it('a cut, by the head that the audit chain was told, once each, when a service stopped or at the interval', async () => {
    const app = await loggedApp(3);
    const second = await startApp({ beside: app });
    await second.stop();
    await app.nest.get(LogHeadRepository).tell(Date.now());
    const told = await app.dataSource.query<{ subject: string }[]>(
      `select subject from audit_entry where act = 'decisions.head_told'`,
    );
    expect(told).toEqual([{ subject: 'decision-log:3' }]);
    expect(await verified(app)).toMatchObject({ ok: true, entries: 3 });
    await asOwner(app.dataSource, 'delete from decision_log where sequence = 3');
    expect(await verified(app)).toMatchObject({ ok: false, fault: { code: 'chain_must_reach_its_checkpoint' } });
    // Another decision in its place does not agree with what was told.
    await decide(app, movedZone('a-9'));
    expect(await verified(app)).toMatchObject({ ok: false, fault: { code: 'chain_must_agree_with_its_checkpoint' } });
  });

  it('by the offline command on an export, which holds a whole log for whole', async () => {
    const app = await loggedApp(3);
    const { head } = await verified(app);
    const offline = async () => {
      const text = await (await (await app.signInAs('auditor')).fetch(paths.decisionExport)).text();
      const file = join(await after.folder(), 'decisions.ndjson');
      await writeFile(file, text);
      return verifyExport({ file, publicKeyFiles: [], places: [] });
    };
    const whole = await offline();
    expect(whole.isRight).toBe(true);
    expect(whole.lines[0]).toContain('3 entries');
    expect(whole.lines[1]).toContain(head?.hash);
    await asOwner(app.dataSource, `update decision_log set outcome = 'breach' where sequence = 2`);
    const broken = await offline();
    expect(broken.isRight).toBe(false);
    expect(broken.lines[0]).toContain('link_must_match_its_hash');
  });

  it('by the replay of the entry too', async () => {
    const app = await loggedApp(1);
    const { decisionId } = await decide(app, movedZone('a-1'));
    expect(await faultOf(app, decisionId)).toBeNull();
    await asOwner(app.dataSource, `update decision_log set body = replace(body, 'healthy', 'wealthy')`);
    expect(await faultOf(app, decisionId)).toBe('link_must_match_its_hash');
  });

  it('another decision under a hash that is right, by its replay alone', async () => {
    const app = await loggedApp(1);
    const { decisionId } = await decide(app, movedZone('a-1'));
    const link = (await new DecisionLogRepository(app.dataSource).find(decisionId))!;
    const body = { ...(link.body as { decision: string }) };
    body.decision = body.decision.replace('"zone":"healthy"', '"zone":"warning"');
    const forged = linkAfter(null, body, sha256);
    await asOwner(app.dataSource, [
      'update decision_log set hash = $1, body = $2 where sequence = 1',
      [forged.hash, canonicalJson(body)],
    ]);
    expect(await verified(app)).toMatchObject({ ok: true });
    expect(await faultOf(app, decisionId)).toBe('replay_must_decide_the_same');
  });
});

describe('a decision that cannot be logged', () => {
  let held: DataSource | null = null;

  afterEach(async () => {
    await held?.destroy();
    held = null;
  });

  /** Keeps everybody else from the log until it is let go of. */
  async function holdLog(app: TestApp): Promise<() => Promise<void>> {
    const own = await openDataSource(app.databaseUrl);
    held = own;
    const runner = own.createQueryRunner();
    await runner.query('select pg_advisory_lock($1)', [LOG_LOCK]);
    return async () => {
      await runner.query('select pg_advisory_unlock($1)', [LOG_LOCK]);
      await runner.release();
    };
  }

  it('is refused, whatever moved nothing is not, and nothing of it is written', async () => {
    const app = await loggedApp(1);
    const other = await openDataSource(app.databaseUrl);
    after.add(() => other.destroy());
    const before = await rowsOf(other);
    await app.dataSource.destroy();
    const response = await ask(app, movedZone('a-2'));
    expect(response.headers.get('retry-after')).toBe('1');
    await expectProblem(response, 'decision_must_be_logged');
    expect((await ask(app, withZones(null))).status).toBe(200);
    expect((await ask(app, withZones({ 'cross:USDT': 'healthy' }))).status).toBe(200);
    expect(await rowsOf(other)).toEqual(before);
  });

  it('is refused in its line of a batch, and the other lines are answered', async () => {
    const app = await loggedApp(1);
    await app.dataSource.query('alter table decision_log rename to moved_away');
    const requests = [withZones({}, 'b-1'), movedZone('b-2'), withZones(null, 'b-3'), movedZone('b-4')];
    const send = async () => {
      const lines = [{ market: requests[0]!.market }, ...requests.map(({ account }) => ({ account }))];
      const response = await app.fetch(paths.evaluationBatch, {
        method: 'POST',
        headers: { 'content-type': 'application/x-ndjson' },
        body: lines.map((line) => JSON.stringify(line)).join('\n'),
      });
      return (await response.text())
        .trimEnd()
        .split('\n')
        .map((line) => {
          const told = batchLineResponse.parse(JSON.parse(line));
          if ('end' in told) return 'end';
          return [told.line, 'problem' in told ? told.problem.code : told.decision.outcome];
        });
    };
    const [refused, passed] = ['decision_must_be_logged', 'pass'];
    expect(await send()).toEqual([[2, passed], [3, refused], [4, passed], [5, refused], 'end']);
    await app.dataSource.query('alter table moved_away rename to decision_log');
    expect(await send()).toEqual([[2, passed], [3, passed], [4, passed], [5, passed], 'end']);
    expect(await rowsOf(app.dataSource)).toHaveLength(3);
    expect(app.logged.filter((line) => line.includes('decisions cannot be logged'))).toHaveLength(1);
  });

  it('whose connection is cut on the way is refused, written not by half, and logged once when it is asked again', async () => {
    const app = await loggedApp(1);
    const release = await holdLog(app);
    const asked = Array.from({ length: 10 }, (_, index) => ask(app, movedZone(`k-${String(index)}`)));
    const cut = async (): Promise<number> => {
      const rows = await app.dataSource.query<unknown[]>(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and wait_event = 'advisory' and query like '%pg_advisory_xact_lock%'`,
      );
      return rows.length;
    };
    // One waits for the lock with the first decision; those gathered meanwhile wait with the next.
    await expect.poll(cut).toBe(1);
    await expect.poll(cut).toBe(1);
    for (const response of await Promise.all(asked)) await expectProblem(response, 'decision_must_be_logged');
    await release();
    expect(await rowsOf(app.dataSource)).toHaveLength(1);
    const again = await Promise.all(asked.map((_, index) => ask(app, movedZone(`k-${String(index)}`))));
    expect(again.map(({ status }) => status)).toEqual(asked.map(() => 200));
    expect(await verified(app)).toMatchObject({ ok: true, entries: 11 });
  });

  it('in time is refused, and logged once where it is asked again', async () => {
    const app = await loggedApp(1);
    const release = await holdLog(app);
    const problem = await expectProblem(await ask(app, movedZone('t-1')), 'decision_must_be_logged');
    expect(problem.detail).toContain('in time');
    await release();
    await decide(app, movedZone('t-1'));
    expect(await verified(app)).toMatchObject({ ok: true, entries: 2 });
  });
});
