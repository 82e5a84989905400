import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { openDataSource } from '@backstop/api/persistence/data-source';
import { approveVersion } from '../support/approve-version.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';

let database: FreshDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await freshDatabase('shipped');
  dataSource = await openDataSource(database.url);
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const POLICY = 'margin-tiers.BTCUSDT';
const DIGEST = '0'.repeat(64);

async function draft(values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const row = {
    id: randomUUID(),
    origin: 'person',
    status: 'draft',
    actor: 'somebody',
    contributors: ['somebody'],
    reason: 'a test',
    created_at: new Date(),
    ...values,
  };
  await insert('change', row);
  return row.id;
}

async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${String(index + 1)}`);
  await dataSource.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(row),
  );
}

function version(changeId: string, values: Readonly<Record<string, unknown>> = {}): Promise<void> {
  return insert('policy_version', {
    policy_id: 'margin-tiers.BTCUSDT',
    version: 2,
    change_id: changeId,
    mode: 'enforce',
    title: 'Test',
    scope: { contracts: ['BTCUSDT'] },
    document: {},
    canonical: '{}',
    digest: DIGEST,
    ends: false,
    ...values,
  });
}

describe('what has been approved is closed', () => {
  it('to every edit of the change but its cancellation', async () => {
    const [approved] = await dataSource.query<{ id: string }[]>(`select id from change where status = 'approved'`);
    const id = approved?.id;
    for (const edit of [
      `reason = 'another'`,
      `effective_from = now()`,
      `approval_sequence = 7`,
      `status = 'draft', approved_at = null, approval_sequence = null`,
      `status = 'cancelled', cancelled_at = now(), actor = 'somebody'`,
    ]) {
      await expect(dataSource.query(`update change set ${edit} where id = $1`, [id])).rejects.toThrow(
        'change_must_not_be_edited_once_approved',
      );
    }
    await expect(dataSource.query('delete from change where id = $1', [id])).rejects.toThrow(
      'change_must_not_be_edited_once_approved',
    );
  });

  it('to every edit of its versions, further ones too', async () => {
    const [approved] = await dataSource.query<{ id: string }[]>(`select id from change where status = 'approved'`);
    const refusal = 'policy_version_must_not_be_edited_once_approved';
    await expect(version(approved?.id ?? '')).rejects.toThrow(refusal);
    await expect(dataSource.query(`update policy_version set title = 'x' where version = 1`)).rejects.toThrow(refusal);
    await expect(dataSource.query(`delete from policy_version where version = 1`)).rejects.toThrow(refusal);
    const other = await draft();
    await expect(
      dataSource.query(`update policy_version set change_id = $1 where policy_id = 'margin-tiers.BTCUSDT'`, [other]),
    ).rejects.toThrow(refusal);
  });

  it('while a draft stays open, until it is approved', async () => {
    const id = await draft();
    await version(id);
    await dataSource.query(`update policy_version set title = 'Better' where change_id = $1`, [id]);
    await dataSource.query(`delete from policy_version where change_id = $1`, [id]);
    const effectiveFrom = new Date(Date.now() + 60_000);
    const approved = await approveVersion(dataSource, { policy: POLICY, document: {}, effectiveFrom });
    await expect(dataSource.query(`delete from policy_version where change_id = $1`, [approved])).rejects.toThrow(
      'policy_version_must_not_be_edited_once_approved',
    );
    await dataSource.query(`update change set status = 'cancelled', cancelled_at = now() where id = $1`, [approved]);
    await expect(dataSource.query(`update change set reason = 'x' where id = $1`, [approved])).rejects.toThrow(
      'change_must_not_be_edited_once_approved',
    );
  });
});

describe('the tables refuse', () => {
  it.each([
    ['a policy whose id is not its kind and key', { id: 'a.b', kind: 'a', key: 'c' }],
    ['a policy with a kind that is none', { id: 'A.b', kind: 'A', key: 'b' }],
    ['a policy with a key that is none', { id: 'a.b c', kind: 'a', key: 'b c' }],
    ['the same policy twice', { id: 'margin-tiers.BTCUSDT', kind: 'margin-tiers', key: 'BTCUSDT' }],
  ])('%s', async (_name, row) => {
    await expect(insert('policy', { ...row, created_at: new Date() })).rejects.toThrow(/violates/);
  });

  it.each([
    ['an origin that is none', { origin: 'nobody' }],
    ['a status that is none', { status: 'maybe' }],
    ['an approval without its instant', { status: 'approved', effective_from: new Date() }],
    [
      'an instant of approval on a draft',
      { approved_at: new Date(), approval_sequence: 99, effective_from: new Date() },
    ],
    ['an end before the beginning', { effective_from: new Date(2), effective_until: new Date(1) }],
    ['a cancellation that was never approved', { status: 'cancelled', cancelled_at: new Date() }],
  ])('a change with %s', async (_name, values) => {
    await expect(draft(values)).rejects.toThrow(
      /violates check constraint|change_must_be_submitted_before_it_is_approved/,
    );
  });

  it.each([
    ['number 0', { version: 0 }],
    ['a mode that is none', { mode: 'maybe' }],
    ['a digest that is none', { digest: 'abc' }],
    ['a document though it ends its policy', { ends: true }],
    ['no document though it does not', { document: null }],
    ['a policy that does not exist', { policy_id: 'margin-tiers.NOPE' }],
    ['a number that is taken', { version: 1 }],
    ['no change', { change_id: randomUUID() }],
  ])('a version with %s', async (_name, values) => {
    const id = await draft();
    await expect(version(id, { version: 9, ...values })).rejects.toThrow(/violates/);
  });

  it('two versions of one policy in one change', async () => {
    const id = await draft();
    await version(id, { version: 10 });
    await expect(version(id, { version: 11 })).rejects.toThrow(/violates unique constraint/);
  });
});

describe('migrations', () => {
  it('run once, though several services start at the same time', async () => {
    const bare = await freshDatabase('empty');
    const first = await openDataSource(bare.url);
    const { length } = first.migrations;
    for (let undone = 0; undone < length; undone += 1) await first.undoLastMigration();
    await first.destroy();
    const sources = await Promise.all([openDataSource(bare.url), openDataSource(bare.url), openDataSource(bare.url)]);
    const [row] = await sources[0].query<{ count: string }[]>('select count(*) from migration');
    expect(row?.count).toBe(String(length));
    for (const source of sources) await source.destroy();
    await bare.drop();
  });

  it('leave nothing to synchronize but what an entity cannot say', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    const columns = upQueries.filter(({ query }) => /(ADD|DROP|ALTER) COLUMN|ALTER COLUMN|CREATE TABLE/i.test(query));
    expect(columns.map(({ query }) => query)).toEqual([]);
  });
});
