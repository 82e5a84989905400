import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApp } from '@backstop/api/app.module';
import { createLog } from '@backstop/api/log/log';
import { readReplayTask } from '@backstop/api/replay/replay-arguments';
import { runReplay } from '@backstop/api/replay/run-replay';
import { sampledLines } from '@backstop/api/replay/sampled-lines';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../../support/fresh-database.ts';
import { temporaryFolder } from '../../support/service-process.ts';

const HISTORY = fileURLToPath(new URL('../../../rules/history/', import.meta.url));

async function databases(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
  await client.end();
  return rows.map(({ datname }) => datname).filter((name) => name.startsWith('backstop_replay_'));
}

describe('the command', () => {
  it('replays on a database of its own, which is gone at the end, and reports a line a row', async () => {
    const [server, folder] = [await freshDatabase('empty'), await temporaryFolder()];
    const reportFile = join(folder.path, 'report.ndjson');
    const task = { historyFolder: HISTORY, reportFile, sample: { rows: 3, seed: 11 } };
    const table = await runReplay(task, { databaseUrl: server.url, log: createLog('error'), createApp });
    expect(await databases(server.url)).toEqual([]);
    const lines = (await readFile(reportFile, 'utf8')).trimEnd().split('\n');
    const [header, ...rows] = lines.map((line) => JSON.parse(line) as { format?: string; outcome?: string });
    expect(header?.format).toBe('backstop-replay 1');
    expect(table).toMatch(new RegExp(`^rows +${String(rows.length)} `, 'm'));
    const stopped = rows.filter(({ outcome }) => outcome === 'stopped').length;
    expect(table).toMatch(new RegExp(`^stopped by the guardrail +${String(stopped)}$`, 'm'));
    await folder.remove();
    await server.drop();
  });

  it.each([
    ['nothing', '', { reportFile: null, sample: null }],
    ['a report', '--report out.ndjson', { reportFile: 'out.ndjson', sample: null }],
    ['a sample', '--sample 30 --seed 4', { sample: { rows: 30, seed: 4 } }],
    ['a sample of a seed to be drawn', '--sample 30', { sample: { rows: 30, seed: 99 } }],
  ])('is asked for %s', (_what, words, task) => {
    expect(readReplayTask(words.split(' ').filter(Boolean), 99)).toMatchObject(task);
  });

  it.each(['--seed 4', '--sample 0', '--sample x', '--sample 3 --seed -1', '--other', 'words'])(
    'says how it is used where it is asked for `%s`',
    (words) => {
      expect(readReplayTask(words.split(' '), 99)).toBeNull();
    },
  );
});

describe('a sample', () => {
  const lines = Array.from({ length: 40 }, (_, at) => ({ instrument: `C${String(at % 8)}`, at }));

  it('is of whole contracts, in order, the same for the same seed, another for another', () => {
    const drawn = sampledLines(lines, { rows: 12, seed: 5 }) as typeof lines;
    expect(drawn).toHaveLength(15);
    expect(drawn.map(({ at }) => at)).toEqual(drawn.map(({ at }) => at).toSorted((a, b) => a - b));
    const names = new Set(drawn.map(({ instrument }) => instrument));
    expect(lines.filter(({ instrument }) => names.has(instrument))).toEqual(drawn);
    expect(sampledLines(lines, { rows: 12, seed: 5 })).toEqual(drawn);
    const others = Array.from({ length: 10 }, (_, seed) => JSON.stringify(sampledLines(lines, { rows: 12, seed })));
    expect(new Set(others).size).toBeGreaterThan(1);
  });

  it('is all where more is asked for than there is', () => {
    expect(sampledLines(lines, { rows: 1000, seed: 5 })).toEqual(lines);
  });
});
