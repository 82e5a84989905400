import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { importAtStart } from '@backstop/api/import/import-at-start';
import { createLog } from '@backstop/api/log/log';
import { openDataSource } from '@backstop/api/persistence/data-source';
import { startEmbeddedServer, type EmbeddedServer } from '@backstop/api/persistence/embedded/embedded-server';

declare module 'vitest' {
  interface ProvidedContext {
    /** Loopback port at which a spec file asks for a server; nothing is started before one does. */
    readonly databaseBrokerPort: number;
  }
}

/** Name of the database that has the tables and the shipped profile, and that spec files copy. */
export const TEMPLATE = 'shipped_template';

/** Name of the one that has the tables alone. */
export const EMPTY_TEMPLATE = 'empty_template';

/** One PostgreSQL for the whole run, started when the first spec file asks for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'backstop-test-'));
  let running: Promise<EmbeddedServer> | null = null;
  const broker = createServer((socket) => {
    running ??= prepare(folder);
    running.then(
      ({ url }) => socket.end(JSON.stringify({ url })),
      (error: unknown) => socket.end(JSON.stringify({ reason: String(error) })),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  const address = broker.address();
  if (address === null || typeof address === 'string') throw new Error('the broker has no port');
  project.provide('databaseBrokerPort', address.port);
  return async () => {
    await new Promise((resolve) => broker.close(resolve));
    await (await running)?.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function prepare(folder: string): Promise<EmbeddedServer> {
  const log = createLog('warn');
  const server = await startEmbeddedServer(folder, log);
  await run(server.url, FORGETFUL);
  await create(server.url, EMPTY_TEMPLATE);
  await (await openDataSource(databaseAt(server.url, EMPTY_TEMPLATE))).destroy();
  await create(server.url, TEMPLATE, EMPTY_TEMPLATE);
  const dataSource = await openDataSource(databaseAt(server.url, TEMPLATE));
  await importAtStart({ dataSource, log, clock: Date.now });
  await dataSource.destroy();
  return server;
}

/** What is thrown away after the run need not reach the disk; what a crash leaves is tested on servers of their own. */
const FORGETFUL = [
  'alter system set fsync = off',
  'alter system set full_page_writes = off',
  'select pg_reload_conf()',
];

function create(url: string, name: string, template = 'template1'): Promise<void> {
  return run(url, [`create database ${name} template ${template}`]);
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** The same server, another database. */
export function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}
