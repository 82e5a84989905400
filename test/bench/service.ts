import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const STARTUP_MAX_MILLISECONDS = 120_000;

export interface Service {
  readonly url: string;
  /** What says who asks: nothing where nobody is asked. */
  readonly headers: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** The built API as its own process, with an embedded database in a temporary folder; with another profile than the shipped one. */
export async function startApi(profile?: string): Promise<Service> {
  const dataDir = mkdtempSync(join(tmpdir(), 'backstop-bench-'));
  if (profile !== undefined) await imported(profile, dataDir);
  const port = await freePort();
  const child = start('apps/api/dist/main.js', { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const url = `http://127.0.0.1:${String(port)}`;
  await answers(`${url}/readyz`, child);
  // The key is written once the service listens.
  while (!existsSync(join(dataDir, 'demo-key'))) await sleep(50);
  const key = readFileSync(join(dataDir, 'demo-key'), 'utf8').trim();
  return {
    url,
    headers: { authorization: `Bearer ${key}` },
    stop: async () => {
      await ended(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function imported(profile: string, dataDir: string): Promise<void> {
  const child = start('apps/api/dist/import/main.js', { DATA_DIR: dataDir, LOG_LEVEL: 'error' }, [
    '--profile',
    profile,
  ]);
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the profile in ${profile} was not imported`);
}

/** The bare echo server as its own process. */
export async function startEcho(): Promise<Service> {
  const port = await freePort();
  const child = start(fileURLToPath(new URL('./echo-server.js', import.meta.url)), { PORT: String(port) });
  const url = `http://127.0.0.1:${String(port)}`;
  await answers(url, child);
  return { url, headers: {}, stop: () => ended(child) };
}

function start(
  file: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [file, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Any answer will do for the echo server; the API's readiness route answers 503 until it is up. */
async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + STARTUP_MAX_MILLISECONDS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the service ended with code ${String(child.exitCode)} before it was up`);
    const status = await fetch(url).then(
      (response) => response.status,
      () => 503,
    );
    if (status < 500) return;
    await sleep(100);
  }
  throw new Error(`no answer from ${url} in time`);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  child.kill('SIGTERM');
  await gone;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}
