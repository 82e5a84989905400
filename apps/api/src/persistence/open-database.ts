import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.ts';
import type { Log } from '../log/log.ts';
import { openDataSource } from './data-source.ts';
import { startEmbeddedServer } from './embedded/embedded-server.ts';

/** A database with its tables up to date, and the server under it where that is ours. */
export interface Database {
  readonly dataSource: DataSource;
  readonly close: () => Promise<void>;
  /** Called where our own server ends without being told to. */
  readonly onLost: (then: () => void) => void;
}

/** The server of DATABASE_URL, else the embedded one. Throws `StartupError` with the reason. */
export async function openDatabase({ databaseUrl, dataDir }: Config, log: Log): Promise<Database> {
  const server = databaseUrl === null ? await startEmbeddedServer(dataDir, log) : null;
  try {
    const dataSource = await openDataSource(server?.url ?? databaseUrl ?? '');
    return {
      dataSource,
      close: async () => {
        if (dataSource.isInitialized) await dataSource.destroy();
        await server?.stop();
      },
      onLost: (then) => server?.onLost(then),
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
