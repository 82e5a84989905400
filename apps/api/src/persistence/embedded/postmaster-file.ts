import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server writes down about itself. */
export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
}

/** The server that says it runs on these files and is alive; null if there is none. */
export async function readLivePostmaster(files: string): Promise<PostmasterFile | null> {
  const text = await readFile(join(files, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isSafeInteger(pid) || pid <= 1 || !Number.isSafeInteger(port) || port <= 0) return null;
  return (await isAlive(pid)) && (await isPostgres(pid)) ? { pid, port } : null;
}

/** After a restart of the machine the id in an old file may belong to any process. */
async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${String(pid)}/comm`, 'utf8').catch(() => null);
  return name === null || name.startsWith('postgres');
}

/** Whether a process lives; a zombie, killed but not yet collected, does not. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const status = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  // The state follows the name in parentheses, which may itself hold any character.
  return !/\) [ZX] /.test(status.slice(status.lastIndexOf(')')));
}
