import type { App } from '@backstop/api/app';
import { createApp } from '@backstop/api/app.module';
import { newAuditKey } from '@backstop/api/audit/audit-key';
import { createLog } from '@backstop/api/log/log';
import { openDataSource } from '@backstop/api/persistence/data-source';
import type { DataSource } from 'typeorm';
import { freshDatabase } from './fresh-database.ts';

/** The application in this process, on its own database and a free port. */
export interface TestApp extends App {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** Lines of the log so far. */
  readonly logged: readonly string[];
  readonly stop: () => Promise<void>;
}

export interface TestAppOptions {
  readonly access?: 'open' | 'closed';
  readonly content?: 'shipped' | 'empty';
  /** A database that another application uses already; it is not dropped. */
  readonly beside?: Pick<TestApp, 'databaseUrl'>;
  readonly clock?: () => number;
  /** Called with the tables in place, before the application reads them. */
  readonly fill?: (dataSource: DataSource) => Promise<void>;
  /** Called before the application listens, while routes can still be added. */
  readonly prepare?: (app: App) => void;
}

export async function startApp({
  access = 'open',
  content = 'shipped',
  beside,
  clock = Date.now,
  fill = () => Promise.resolve(),
  prepare = () => undefined,
}: TestAppOptions = {}): Promise<TestApp> {
  const database =
    beside === undefined ? await freshDatabase(content) : { url: beside.databaseUrl, drop: () => Promise.resolve() };
  const dataSource = await openDataSource(database.url);
  await fill(dataSource);
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const app = await createApp({ access, dataSource, log, clock, auditKey: newAuditKey() });
  prepare(app);
  await app.nest.listen(0, '127.0.0.1');
  const address = app.server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the application has no port');
  return {
    ...app,
    url: `http://127.0.0.1:${String(address.port)}`,
    dataSource,
    databaseUrl: database.url,
    logged,
    stop: async () => {
      await app.nest.close();
      await database.drop();
    },
  };
}
