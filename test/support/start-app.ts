import type { AccessOptions } from '@backstop/api/access/access-options';
import { seedDemoPeople } from '@backstop/api/access/seed-people';
import type { App } from '@backstop/api/app';
import { createApp } from '@backstop/api/app.module';
import { newAuditKey } from '@backstop/api/audit/audit-key';
import { createLog } from '@backstop/api/log/log';
import { openDataSource } from '@backstop/api/persistence/data-source';
import type { Role } from '@backstop/core/access';
import type { DataSource } from 'typeorm';
import { freshDatabase } from './fresh-database.ts';
import { makeKey } from './make-key.ts';
import { loginOf, signIn, withHeaders, type SignedIn } from './sign-in.ts';

/** The application in this process, on its own database and a free port. */
export interface TestApp extends App {
  readonly url: string;
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  /** Lines of the log so far. */
  readonly logged: readonly string[];
  /** An API key with every scope there is. */
  readonly key: string;
  /** Asks with that key, unless the request says otherwise who asks. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Somebody of the demonstration, by role or login; signed in at the first time. */
  readonly signInAs: (who: Role | 'abel') => Promise<SignedIn>;
  readonly stop: () => Promise<void>;
}

export interface TestAppOptions {
  /** A demonstration with its people, unless it says otherwise. */
  readonly access?: Partial<AccessOptions>;
  readonly content?: 'shipped' | 'empty';
  /** Any free one where it is left out. */
  readonly port?: number;
  /** A database that another application uses already; it is not dropped. */
  readonly beside?: Pick<TestApp, 'databaseUrl'>;
  readonly clock?: () => number;
  /** Called with the tables in place, before the application reads them. */
  readonly fill?: (dataSource: DataSource) => Promise<void>;
  /** Called before the application listens, while routes can still be added. */
  readonly prepare?: (app: App) => void;
}

export async function startApp({
  access: asked = {},
  content = 'shipped',
  port = 0,
  beside,
  clock = Date.now,
  fill = () => Promise.resolve(),
  prepare = () => undefined,
}: TestAppOptions = {}): Promise<TestApp> {
  const database =
    beside === undefined ? await freshDatabase(content) : { url: beside.databaseUrl, drop: () => Promise.resolve() };
  const dataSource = await openDataSource(database.url);
  await fill(dataSource);
  const access = { isDemo: true, publicUrl: null, oidc: null, ...asked };
  if (access.isDemo) await seedDemoPeople(dataSource, clock());
  const key = await makeKey(dataSource, { at: clock() });
  const logged: string[] = [];
  const log = createLog('info', (line) => logged.push(line));
  const app = await createApp({ access, dataSource, log, clock, auditKey: newAuditKey() });
  prepare(app);
  await app.nest.listen(port, '127.0.0.1');
  const address = app.server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the application has no port');
  const url = `http://127.0.0.1:${String(address.port)}`;
  const signedIn = new Map<string, Promise<SignedIn>>();
  return {
    ...app,
    url,
    dataSource,
    databaseUrl: database.url,
    logged,
    key,
    fetch: (path, init) => fetch(url + path, withHeaders(init, { authorization: `Bearer ${key}` })),
    signInAs: (who) => {
      const known = signedIn.get(who) ?? signIn(url, who === 'abel' ? who : loginOf(who));
      signedIn.set(who, known);
      return known;
    },
    stop: async () => {
      await app.nest.close();
      await database.drop();
    },
  };
}
