import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { StartupError } from '../../startup-error.ts';
import type { Binaries } from './binaries.ts';
import { CLUSTER_USER, type Cluster } from './create-cluster.ts';
import { findFreePort } from './free-port.ts';
import type { LaunchCommand } from './launch-command.ts';
import { isAlive, readLivePostmaster, type PostmasterFile } from './postmaster-file.ts';
import { until } from './until.ts';

/** A server that answers; `child` is null where it was found running. */
export interface Postmaster extends PostmasterFile {
  readonly child: ChildProcess | null;
}

const LOG_BYTES_MAX = 10_000_000;
const START_ATTEMPTS = 20;
const RETRY_AFTER_MS = 250;
// What passes by itself: a port that somebody else was faster to take, a killed server that is not yet collected.
const PASSES = /address already in use|could not create any TCP|lock file .* already exists|shared memory block/i;
// Recovery after a crash under load may take a while; a server that says nothing for longer is broken.
const READY = { every: 50, atMost: 120_000 };
const GONE = { every: 50, atMost: 30_000 };

/** The server on these files: the one that still runs, else a new one. */
export async function findOrStart(
  cluster: Cluster,
  {
    binaries,
    launch,
    logFile,
  }: { readonly binaries: Binaries; readonly launch: LaunchCommand; readonly logFile: string },
): Promise<Postmaster> {
  const live = await readLivePostmaster(cluster.files);
  if (live !== null && (await becomesReady(cluster, live, () => isAlive(live.pid)))) return { ...live, child: null };
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const child = await spawnServer(cluster, port, { binaries, launch, logFile });
    const pid = child.pid;
    if (pid === undefined) throw new StartupError(`the embedded PostgreSQL cannot be started: see ${logFile}`);
    const started = { pid, port };
    if (
      await becomesReady(cluster, started, () => Promise.resolve(child.exitCode === null && child.signalCode === null))
    ) {
      return { ...started, child };
    }
    const reason = await lastFatal(logFile);
    if (attempt >= START_ATTEMPTS || !PASSES.test(reason)) {
      throw new StartupError(`the embedded PostgreSQL does not start: ${reason} (its log is ${logFile})`);
    }
    // A killed server stays a zombie until its parent collects it; where nobody ever does, its claim is void.
    if (attempt === START_ATTEMPTS - 1) await dropClaimOfTheDead(cluster.files);
    await setTimeout(RETRY_AFTER_MS);
  }
}

/** Fast shutdown; where that hangs, the immediate one, which recovery repairs. */
export async function stopServer(postmaster: PostmasterFile): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isAlive(postmaster.pid))) return;
    process.kill(postmaster.pid, signal);
    if ((await until(async () => ((await isAlive(postmaster.pid)) ? null : true), GONE)) === true) return;
  }
}

export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${CLUSTER_USER}:${cluster.password}@127.0.0.1:${String(port)}/${database}`;
}

async function dropClaimOfTheDead(files: string): Promise<void> {
  if ((await readLivePostmaster(files)) === null) await rm(join(files, 'postmaster.pid'), { force: true });
}

async function spawnServer(
  cluster: Cluster,
  port: number,
  {
    binaries,
    launch,
    logFile,
  }: { readonly binaries: Binaries; readonly launch: LaunchCommand; readonly logFile: string },
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: '64MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const words = [
    ...launch.prefix,
    binaries.postgres,
    ...['-D', cluster.files, '-p', String(port)],
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  const [program = '', ...rest] = words;
  const isLong = await stat(logFile).then(
    (file) => file.size > LOG_BYTES_MAX,
    () => false,
  );
  const log = await open(logFile, isLong ? 'w' : 'a', 0o600);
  try {
    // Detached: the interrupt of a terminal goes to the service, which closes its connections before the server ends.
    return spawn(program, rest, {
      ...launch.options,
      cwd: '/',
      detached: true,
      env: { PATH: process.env['PATH'], SystemRoot: process.env['SystemRoot'], LC_ALL: 'C' },
      stdio: ['ignore', log.fd, log.fd],
    }).on('error', () => undefined);
  } finally {
    await log.close();
  }
}

/** Waits until the server answers a query; false once `lives` says that it will not. */
async function becomesReady(cluster: Cluster, server: PostmasterFile, lives: () => Promise<boolean>): Promise<boolean> {
  const answer = await until(async () => {
    if (await answers(urlOf(cluster, server.port, 'postgres'))) return true;
    return (await lives()) ? null : false;
  }, READY);
  return answer === true;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function lastFatal(logFile: string): Promise<string> {
  const lines = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-40);
  const grave = lines.filter((line) => /FATAL|PANIC|ERROR|LOG: {2}could not bind|setpriv|cannot/.test(line));
  return (grave.at(-1) ?? lines.at(-1) ?? '').replace(/^.*?(?:FATAL|PANIC|ERROR|LOG): +/, '') || 'no reason given';
}
