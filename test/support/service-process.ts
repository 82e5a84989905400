import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

/** The built service as a process of its own, as `npm start` runs it. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  /** Where it listens; rejects with what it said where it ends before. */
  readonly url: Promise<string>;
  /** The API key of the demonstration, once it is told. */
  readonly key: Promise<string>;
  /** What it said on standard error once it has ended, and how it ended. */
  readonly ended: Promise<{ readonly status: number | null; readonly said: string; readonly output: string }>;
}

/** Starts the service with these variables and nothing else of ours in its environment. */
export function startProcess(variables: Readonly<Record<string, string>>): ServiceProcess {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, address] = /^Backstop listens on (\S+) /.exec(output) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('close', () => reject(new Error(`the service ended: ${said}`)));
  });
  const key = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const [told] = /\bbsk_\S+(?=\n)/.exec(output) ?? [];
      if (told !== undefined) resolve(told);
    });
    child.once('close', () => reject(new Error(`the service ended: ${said}`)));
  });
  // A test that expects the service to end does not ask where it listens, or with which key.
  url.catch(() => undefined);
  key.catch(() => undefined);
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, said, output }));
  return { child, url, key, ended };
}

/** A folder of a test's own, and how to remove it. */
export async function temporaryFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'backstop-service-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) };
}
