import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readImportTask } from '@backstop/api/import/import-arguments';
import { importSet } from '@backstop/api/import/import-set';
import { runImport } from '@backstop/api/import/run-import';
import { createLog } from '@backstop/api/log/log';
import { changedProfile, HISTORY_PROFILE } from '../support/changed-profile.ts';
import { cleanups } from '../support/cleanups.ts';
import { emptyDatabase } from '../support/empty-database.ts';

const after = cleanups();

describe('the command', () => {
  it.each([
    [['--profile', 'a'], { task: 'profile', folder: 'a' }],
    [['--history', 'a.jsonl'], { task: 'history', file: 'a.jsonl' }],
    [
      ['--ladders', 'a.json', '--format', 'ccxt', '--out', 'b'],
      { task: 'ladders', file: 'a.json', format: 'ccxt', out: 'b' },
    ],
    [[], null],
    [['--profile', 'a', '--history', 'b'], null],
    [['--ladders', 'a.json', '--format', 'excel', '--out', 'b'], null],
    [['--ladders', 'a.json'], null],
    [['--unknown'], null],
    [['stray'], null],
  ])('reads %j', (words, task) => {
    expect(readImportTask(words)).toEqual(task);
  });

  it('writes the ladders of a venue as policy files that a profile can hold', async () => {
    const [source, out] = [join(await after.folder(), 'brackets.json'), await after.folder()];
    const brackets = [
      { bracket: 1, initialLeverage: 50, notionalFloor: 0, notionalCap: 5000, maintMarginRatio: 0.01, cum: 0 },
      { bracket: 2, initialLeverage: 20, notionalFloor: 5000, notionalCap: 25000, maintMarginRatio: 0.025, cum: 75 },
    ];
    await writeFile(source, JSON.stringify([{ symbol: 'BTCUSDT', brackets }]));
    const config = { databaseUrl: 'postgres://127.0.0.1:1/none', dataDir: '/dev/null' } as never;
    const report = await runImport(
      { task: 'ladders', file: source, format: 'binance', out },
      config,
      createLog('silent'),
    );
    expect(report).toEqual({ isDone: true, lines: [`1 ladders written to ${out}, 0 notes`] });
    const policy = await readFile(join(out, 'margin-tiers', 'BTCUSDT.json'), 'utf8');
    const profile = await changedProfile(after, { file: 'margin-tiers/BTCUSDT.json', change: () => policy });
    expect(await importSet(await emptyDatabase(after), profile, 0)).toMatchObject({ outcome: 'imported' });
  });

  it('writes no file where any ladder has a problem, and tells it by contract and tier', async () => {
    const [source, out] = [join(await after.folder(), 'brackets.json'), await after.folder()];
    const good = [
      { bracket: 1, initialLeverage: 50, notionalFloor: 0, notionalCap: 5000, maintMarginRatio: 0.01, cum: 0 },
    ];
    const bad = [
      { bracket: 1, initialLeverage: 50, notionalFloor: 0, notionalCap: 5000, maintMarginRatio: 0.01, cum: 0 },
      { bracket: 2, initialLeverage: 20, notionalFloor: 6000, notionalCap: 25000, maintMarginRatio: 0.005, cum: 80 },
    ];
    const entries = [
      { symbol: 'AUSDT', brackets: good },
      { symbol: 'BUSDT', brackets: bad },
    ];
    await writeFile(source, JSON.stringify(entries));
    const report = await runImport(
      { task: 'ladders', file: source, format: 'binance', out },
      {} as never,
      createLog('silent'),
    );
    expect(report.isDone).toBe(false);
    expect(report.lines.filter((line) => line.includes('BUSDT, tier 2')).length).toBeGreaterThan(1);
    expect(report.lines.at(-1)).toMatch(/problems: nothing was imported$/);
    expect(await readdir(out)).toEqual([]);
  });

  it('says that a history needs its set', async () => {
    const lonely = await after.folder();
    await writeFile(join(lonely, 'h.jsonl'), '');
    const report = await runImport(
      { task: 'history', file: join(lonely, 'h.jsonl') },
      {} as never,
      createLog('silent'),
    );
    expect(report).toEqual({
      isDone: false,
      lines: ['set.json: file_not_readable: there is no such file', 'one problem: nothing was imported'],
    });
    const other = join(HISTORY_PROFILE, 'other.jsonl');
    const wrong = await runImport({ task: 'history', file: other }, {} as never, createLog('silent'));
    expect(wrong.lines[0]).toMatch(/does not name other\.jsonl as its history$/);
  });
});
