import type { AddressInfo } from 'node:net';
import { prepareAccess } from './access/prepare-access.ts';
import type { App, AppParts } from './app.ts';
import { openAuditKey } from './audit/audit-key.ts';
import type { Config } from './config/config.ts';
import { importAtStart } from './import/import-at-start.ts';
import type { Log } from './log/log.ts';
import { openDatabase } from './persistence/open-database.ts';
import { StartupError } from './startup-error.ts';

/** A service that listens. */
export interface Service {
  readonly address: string;
  /** What whoever started it is told; secrets among it, so that it is never logged. */
  readonly notes: readonly string[];
  /** Stops listening, lets what is under way finish, and closes the database. */
  readonly stop: () => Promise<void>;
  readonly onLost: (then: () => void) => void;
}

/** How long requests that are under way may go on once the service is told to stop. */
const GRACE_MS = 5000;

/** Brings everything up, in order; what is up already is taken down again where a later step fails. */
export async function startService(
  config: Config,
  log: Log,
  createApp: (parts: AppParts) => Promise<App>,
): Promise<Service> {
  const database = await openDatabase(config, log);
  const clock = Date.now;
  try {
    await importAtStart({ dataSource: database.dataSource, log, clock });
    const auditKey = await openAuditKey(config.auditKeyFile);
    const app = await createApp({ access: config.access, dataSource: database.dataSource, log, clock, auditKey });
    try {
      const address = await listen(app, config);
      // Only now: a one-time password that nobody is told would shut everybody out.
      const notes = await prepareAccess(database.dataSource, config, clock);
      return {
        address,
        notes,
        stop: async () => {
          await close(app);
          await database.close();
        },
        onLost: database.onLost,
      };
    } catch (error) {
      await app.nest.close();
      throw error;
    }
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Stops listening at once; what is under way may finish within the grace, then it is cut. */
async function close({ nest, server }: App): Promise<void> {
  const cut = setTimeout(() => {
    server.server.closeAllConnections();
  }, GRACE_MS);
  await nest.close();
  clearTimeout(cut);
}

async function listen({ server }: App, { host, port }: Config): Promise<string> {
  try {
    await server.listen({ port, host });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EADDRINUSE'
        ? `PORT=${String(port)} on ${host} is taken: stop what listens there, or set another PORT`
        : `${host}:${String(port)} cannot be listened on: ${message}`;
    throw new StartupError(reason);
  }
  const { port: actual } = server.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(actual)}`;
}
