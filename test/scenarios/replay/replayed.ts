import { fileURLToPath } from 'node:url';
import { createApp } from '@backstop/api/app.module';
import { createLog } from '@backstop/api/log/log';
import { openDataSource } from '@backstop/api/persistence/data-source';
import { readHistory, type ReplayedHistory } from '@backstop/api/replay/read-history';
import { replay, type Replayed } from '@backstop/api/replay/replay';
import type { Sample } from '@backstop/api/replay/replay-arguments';
import { freshDatabase } from '../../support/fresh-database.ts';

const SHIPPED = fileURLToPath(new URL('../../../rules/history/', import.meta.url));

/** The shipped history, or a sample of it, replayed on a database of its own. */
export async function replayShipped(
  sample: Sample | null,
): Promise<{ readonly history: ReplayedHistory; readonly replayed: Replayed }> {
  const database = await freshDatabase('empty');
  try {
    const history = await readHistory(SHIPPED, sample);
    const dataSource = await openDataSource(database.url);
    return { history, replayed: await replay(history, { dataSource, log: createLog('error'), createApp }) };
  } finally {
    await database.drop();
  }
}
