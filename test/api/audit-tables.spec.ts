import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendAudit } from '@backstop/api/audit/audit.repository';
import { openDataSource } from '@backstop/api/persistence/data-source';
import { appendActs, checkpointsOf, verified } from '../support/audited-app.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app.stop());

describe.each(['audit_entry', 'audit_checkpoint'])('the database itself keeps %s from', (table) => {
  it.each([
    ['an edit', `update ${table} set hash = repeat('0', 64)`],
    ['an edit that changes nothing', `update ${table} set hash = hash`],
    ['an edit of no row', `update ${table} set hash = hash where sequence < 0`],
    ['a deletion', `delete from ${table} where sequence = 1`],
    ['a deletion of no row', `delete from ${table} where sequence < 0`],
    ['being emptied', `truncate ${table}`],
    ['being emptied with whatever refers to it', `truncate ${table} cascade`],
    [
      'an insertion that would be an edit',
      `insert into ${table} select * from ${table} on conflict (sequence) do update set hash = excluded.hash`,
    ],
  ])('%s', async (_name, statement) => {
    const before = await app.dataSource.query<unknown[]>(`select * from ${table} order by sequence`);
    expect(before.length).toBeGreaterThan(0);
    await expect(app.dataSource.query(statement)).rejects.toThrow(`${table}_must_only_grow`);
    expect(await app.dataSource.query(`select * from ${table} order by sequence`)).toEqual(before);
  });

  it('each sort of edit by a row too, where the statement slips past', async () => {
    await app.dataSource.transaction(async (manager) => {
      await manager.query(`alter table ${table} disable trigger ${table}_only_grows`);
      for (const statement of [`update ${table} set hash = hash`, `delete from ${table}`]) {
        await manager.query('savepoint before_it');
        await expect(manager.query(statement)).rejects.toThrow(`${table}_must_only_grow`);
        await manager.query('rollback to savepoint before_it');
      }
      await manager.query(`alter table ${table} enable trigger ${table}_only_grows`);
    });
  });
});

describe('the chain', () => {
  it('begins with the import, and tells which key signs', async () => {
    const acts = await app.dataSource.query<{ act: string; actor: string }[]>(
      `select act, actor from audit_entry where act in ('set.imported', 'audit.key_added') order by sequence`,
    );
    expect(acts).toEqual([
      { act: 'set.imported', actor: 'system' },
      { act: 'audit.key_added', actor: 'system' },
    ]);
    const [first] = await app.dataSource.query<{ act: string }[]>('select act from audit_entry where sequence = 1');
    expect(first?.act).toBe('set.imported');
    expect(await checkpointsOf(app)).toHaveLength(1);
  });

  it('has no entry of an act that was undone', async () => {
    const before = await verified(app);
    const undone = app.dataSource.transaction(async (manager) => {
      const entry = {
        actor: 'ann',
        act: 'loss.recorded',
        subject: 'thing:1',
        before: null,
        after: null,
        details: {},
      } as const;
      await appendAudit(manager, { at: Date.now(), ...entry });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await verified(app)).toEqual(before);
  });

  it('never forks, however many write to it from however many processes', async () => {
    const before = (await verified(app)).entries;
    const other = await openDataSource(app.databaseUrl);
    const writers = Array.from({ length: 30 }, (_, index) =>
      appendActs(index % 2 === 0 ? app.dataSource : other, 3, `writer-${String(index)}`),
    );
    await Promise.all(writers);
    await other.destroy();
    expect(await verified(app)).toMatchObject({ ok: true, entries: before + 90, fault: null });
    // A transaction's entries stand together: nobody gets between them.
    const rows = await app.dataSource.query<{ actor: string }[]>(
      'select actor from audit_entry where sequence > $1 order by sequence',
      [before],
    );
    for (let at = 0; at < rows.length; at += 3)
      expect(new Set(rows.slice(at, at + 3).map(({ actor }) => actor)).size).toBe(1);
  });
});
