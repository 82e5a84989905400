import { writeFile } from 'node:fs/promises';
import type { App, AppParts } from '../app.ts';
import type { Log } from '../log/log.ts';
import { openDataSource } from '../persistence/data-source.ts';
import { makeOwnDatabase } from './own-database.ts';
import { readHistory } from './read-history.ts';
import type { ReplayTask } from './replay-arguments.ts';
import { replay } from './replay.ts';
import { reportLines } from './report-lines.ts';
import { reportTable } from './report-table.ts';

/** What a replay runs with: the server of its database, null = one of its own. */
export interface ReplayWith {
  readonly databaseUrl: string | null;
  readonly log: Log;
  readonly createApp: (parts: AppParts) => Promise<App>;
}

/** Replays a history on a database of its own, and gives back what to print. Throws `StartupError` with the reason. */
export async function runReplay(
  { historyFolder, reportFile, sample }: ReplayTask,
  { databaseUrl, log, createApp }: ReplayWith,
): Promise<string> {
  const history = await readHistory(historyFolder, sample);
  const database = await makeOwnDatabase(databaseUrl, log);
  try {
    const dataSource = await openDataSource(database.url);
    const begun = performance.now();
    // The application closes what it was given.
    const replayed = await replay(history, { dataSource, log, createApp });
    const seconds = (performance.now() - begun) / 1000;
    if (reportFile !== null) await writeFile(reportFile, reportLines(replayed).join('\n') + '\n');
    const drawn = sample === null ? '' : `sample of ${String(sample.rows)} rows, --seed ${String(sample.seed)}\n`;
    return drawn + reportTable(replayed, seconds);
  } finally {
    await database.drop();
  }
}
