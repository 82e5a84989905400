import { join } from 'node:path';
import pg from 'pg';
import type { Log } from '../../log/log.ts';
import { StartupError } from '../../startup-error.ts';
import { findBinaries } from './binaries.ts';
import { openCluster } from './create-cluster.ts';
import { findLaunchCommand } from './launch-command.ts';
import { findOrStart, stopServer, urlOf } from './postmaster.ts';
import { lockFolder } from './service-lock.ts';

/** A PostgreSQL server of our own, for one service and one folder. */
export interface EmbeddedServer {
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Called where the server ends without being told to. */
  readonly onLost: (then: () => void) => void;
}

const DATABASE = 'backstop';

/** Starts, or finds still running, the server whose files are under `dataDir`. Throws `StartupError` with the reason. */
export async function startEmbeddedServer(dataDir: string, log: Log): Promise<EmbeddedServer> {
  const unlock = await lockFolder(dataDir);
  try {
    const binaries = await findBinaries();
    const launch = findLaunchCommand();
    const cluster = await openCluster(dataDir, binaries, launch);
    const postmaster = await findOrStart(cluster, { binaries, launch, logFile: join(dataDir, 'postgres.log') });
    log.info(
      { pid: postmaster.pid, port: postmaster.port, found: postmaster.child === null },
      'embedded PostgreSQL is up',
    );
    let isStopping = false;
    const stop = async (): Promise<void> => {
      isStopping = true;
      await stopServer(postmaster);
      await unlock();
    };
    try {
      await makeDatabase(urlOf(cluster, postmaster.port, 'postgres'));
    } catch (error) {
      await stop();
      throw error;
    }
    return {
      url: urlOf(cluster, postmaster.port, DATABASE),
      stop,
      onLost: (then) => {
        postmaster.child?.once('exit', () => {
          if (!isStopping) then();
        });
      },
    };
  } catch (error) {
    await unlock();
    if (error instanceof StartupError) throw error;
    throw new StartupError(`the embedded PostgreSQL in ${dataDir} cannot be used: ${(error as Error).message}`);
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
