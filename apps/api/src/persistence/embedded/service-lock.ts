import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { StartupError } from '../../startup-error.ts';
import { isAlive } from './postmaster-file.ts';

/** Holds a folder for this process alone; gives back how to let go. A killed holder's lock is taken over. */
export async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true }).catch((error: unknown) => {
    throw new StartupError(`the folder DATA_DIR=${dataDir} cannot be made: ${(error as Error).message}`);
  });
  const lock = join(dataDir, 'service.lock');
  const own = `${lock}.${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  await writeFile(own, holderOf(process.pid), { mode: 0o600 }).catch((error: unknown) => {
    throw new StartupError(`the folder DATA_DIR=${dataDir} cannot be written: ${(error as Error).message}`);
  });
  try {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      if (await takes(own, lock)) return () => rm(lock, { force: true });
      await dropIfAbandoned(lock, dataDir);
    }
  } finally {
    await rm(own, { force: true });
  }
  throw inUse(dataDir);
}

/** A link appears whole or not at all, so that nobody reads a lock half written. */
async function takes(own: string, lock: string): Promise<boolean> {
  try {
    await link(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function dropIfAbandoned(lock: string, dataDir: string): Promise<void> {
  const seen = await readFile(lock, 'utf8').catch(() => null);
  if (seen === null) return;
  if (await isHeld(seen)) throw inUse(dataDir);
  const aside = `${lock}.abandoned-${randomBytes(4).toString('hex')}`;
  try {
    await rename(lock, aside);
  } catch {
    return;
  }
  // Between the reading and the renaming somebody may have taken it over: then it goes back.
  if ((await readFile(aside, 'utf8')) !== seen) await takes(aside, lock);
  await rm(aside, { force: true });
}

async function isHeld(text: string): Promise<boolean> {
  const pid = Number(text.split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0 || !(await isAlive(pid))) return false;
  return holderOf(pid) === text;
}

/** A process id alone may have been given to another process since: its start time goes with it where it can be had. */
function holderOf(pid: number): string {
  const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  return `${String(pid)}\n${asked.status === 0 ? asked.stdout.trim() : ''}\n`;
}

function inUse(dataDir: string): StartupError {
  return new StartupError(
    `another service already uses DATA_DIR=${dataDir}: stop it, or give this one its own DATA_DIR`,
  );
}
