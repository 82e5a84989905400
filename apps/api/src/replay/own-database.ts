import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Log } from '../log/log.ts';
import { startEmbeddedServer } from '../persistence/embedded/embedded-server.ts';
import { StartupError } from '../startup-error.ts';

/** A database that nobody else uses. */
export interface OwnDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Makes a database: on a server, else on one of its own in a temporary folder. Throws `StartupError` with the reason. */
export async function makeOwnDatabase(serverUrl: string | null, log: Log): Promise<OwnDatabase> {
  if (serverUrl !== null) return onServer(serverUrl);
  const folder = await mkdtemp(join(tmpdir(), 'backstop-replay-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const server = await startEmbeddedServer(folder, log);
    return {
      url: server.url,
      drop: async () => {
        await server.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function onServer(serverUrl: string): Promise<OwnDatabase> {
  const name = `backstop_replay_${randomBytes(6).toString('hex')}`;
  await run(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => run(serverUrl, `drop database ${name} with (force)`) };
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw new StartupError(`\`${statement}\` fails on the server of DATABASE_URL: ${(error as Error).message}`);
  } finally {
    await client.end();
  }
}
