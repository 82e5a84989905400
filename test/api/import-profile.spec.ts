import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DataSource } from 'typeorm';
import { importSet } from '@backstop/api/import/import-set';
import { changedProfile, changeInLadder, changeInSet, REFERENCE_PROFILE } from '../support/changed-profile.ts';
import { cleanups } from '../support/cleanups.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const after = cleanups();

describe('an import of a profile', () => {
  it('writes one approved change with version 1 of each policy, and only into an empty database', async () => {
    const dataSource = await emptyDatabase(after);
    const at = Date.parse('2026-01-02T03:04:05.678Z');
    const result = await importSet(dataSource, REFERENCE_PROFILE, at);
    const files = (await readdir(REFERENCE_PROFILE, { recursive: true })).filter((file) =>
      /^[a-z-]+\/[^/]+\.json$/.test(file),
    );
    const listed = (JSON.parse(await readFile(join(REFERENCE_PROFILE, 'set.json'), 'utf8')) as { policies: string[] })
      .policies;
    expect(files).toEqual(expect.arrayContaining(listed));
    // The valuation comes from the set itself.
    const versions = listed.length + 1;
    expect(result).toEqual({ outcome: 'imported', profile: 'perp-linear-reference', changes: 1, versions });
    const rows = await dataSource.query<Record<string, unknown>[]>(
      `select origin, status, actor, effective_from, approved_at, approval_sequence::int, count(*)::int as versions,
         min(version) as first, max(version) as last, bool_or(ends) as ends
       from policy_version join change on change.id = change_id group by change.id`,
    );
    expect(rows).toEqual([
      {
        origin: 'import',
        status: 'approved',
        actor: 'system',
        effective_from: new Date('2024-10-24T00:00:00Z'),
        approved_at: new Date(at),
        approval_sequence: 1,
        versions,
        first: 1,
        last: 1,
        ends: false,
      },
    ]);
    const before = await rowCount(dataSource);
    expect(await importSet(dataSource, REFERENCE_PROFILE, at)).toEqual({ outcome: 'not_empty' });
    expect(await rowCount(dataSource)).toBe(before);
  });

  it.each(['binance-style', 'dydx-style', 'retail-cfd-esma', 'inverse-coin-margined'])(
    'takes rules/%s whole',
    async (name) => {
      const dataSource = await emptyDatabase(after);
      const folder = join(REFERENCE_PROFILE, '..', name);
      const { policies } = JSON.parse(await readFile(join(folder, 'set.json'), 'utf8')) as { policies: string[] };
      // The valuation comes from the set itself.
      const expected = { outcome: 'imported', profile: name, changes: 1, versions: policies.length + 1 };
      expect(await importSet(dataSource, folder, Date.parse('2026-01-02T00:00:00Z'))).toEqual(expected);
      const rows = await dataSource.query<{ policy_id: string }[]>('select policy_id from policy_version');
      const named = policies.map((file) => file.replace('/', '.').replace(/\.json$/, ''));
      expect(rows.map((row) => row.policy_id).toSorted()).toEqual(['valuation.default', ...named].toSorted());
    },
  );

  it('tells every problem by file and pointer, and writes nothing', async () => {
    const dataSource = await emptyDatabase(after);
    const profile = await changedProfile(
      after,
      changeInSet((set) => {
        set.policies.push('margin-tiers/NOWHERE.json', 'margin-tiers/BTCUSDT.json');
        set.collateralMode = 'both';
        set.effectiveFrom = '2024-02-30T00:00:00Z';
      }),
      changeInLadder('ETHUSDT', ({ document }) => {
        document.tiers[1]!.notionalFloor = '1';
      }),
      changeInLadder('SOLUSDT', ({ document }) => {
        document.extra = true;
      }),
      { file: 'margin-tiers/XRPUSDT.json', change: () => '{ "kind": ' },
    );
    const result = await importSet(dataSource, profile, 0);
    const problems = result.outcome === 'refused' ? result.problems : [];
    const found = problems.map(({ file, path, code }) => `${file}#${path} ${code}`);
    expect(found).toEqual(
      expect.arrayContaining([
        'set.json#/effectiveFrom instant_must_exist',
        'set.json#/collateralMode value_not_allowed',
        'margin-tiers/NOWHERE.json# file_not_readable',
        'margin-tiers/BTCUSDT.json#/key policy_repeated',
        'margin-tiers/SOLUSDT.json#/document/extra unknown_field',
        'margin-tiers/XRPUSDT.json# file_not_json',
      ]),
    );
    expect(found.some((line) => line.startsWith('margin-tiers/ETHUSDT.json#/document/tiers/'))).toBe(true);
    expect(await rowCount(dataSource)).toBe(0);
  });

  it('refuses a set whose parts are right and do not fit together', async () => {
    const dataSource = await emptyDatabase(after);
    const profile = await changedProfile(
      after,
      changeInSet((set) => {
        set.policies = set.policies.filter((file) => file !== 'margin-tiers/BTCUSDT.json');
      }),
    );
    const result = await importSet(dataSource, profile, 0);
    const problems = result.outcome === 'refused' ? result.problems : [];
    expect(problems.map(({ file }) => file)).toContain('the set in force from 2024-10-24T00:00:00Z');
    expect(JSON.stringify(problems)).toContain('BTCUSDT');
    expect(await rowCount(dataSource)).toBe(0);
  });

  it('reads nothing outside its folder', async () => {
    const dataSource = await emptyDatabase(after);
    const profile = await changedProfile(
      after,
      changeInSet((set) => {
        set.policies.push('../margin-tiers/BTCUSDT.json');
      }),
    );
    expect(await importSet(dataSource, profile, 0)).toMatchObject({
      outcome: 'refused',
      problems: [{ file: 'set.json' }],
    });
  });
});

async function rowCount(dataSource: DataSource): Promise<number> {
  const rows = await dataSource.query<{ count: string }[]>(
    'select (select count(*) from policy) + (select count(*) from change) + (select count(*) from policy_version) as count',
  );
  return Number(rows[0]?.count);
}
