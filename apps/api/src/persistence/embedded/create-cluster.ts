import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '../../startup-error.ts';
import type { Binaries } from './binaries.ts';
import type { LaunchCommand } from './launch-command.ts';

/** A cluster on disk: its files and the password of its only user. */
export interface Cluster {
  readonly files: string;
  readonly password: string;
}

/** Name of the only user of the embedded server. */
export const CLUSTER_USER = 'backstop';

/** The cluster under a folder; made there if there is none. A cut creation leaves nothing that looks like a cluster. */
export async function openCluster(dataDir: string, binaries: Binaries, launch: LaunchCommand): Promise<Cluster> {
  const home = join(dataDir, 'postgres');
  const isThere = await access(join(home, 'password')).then(
    () => true,
    () => false,
  );
  if (!isThere) await createCluster(dataDir, home, binaries, launch);
  return { files: join(home, 'files'), password: (await readFile(join(home, 'password'), 'utf8')).trim() };
}

async function createCluster(dataDir: string, home: string, binaries: Binaries, launch: LaunchCommand): Promise<void> {
  // A name of its own for each attempt: two services that start at once on one folder must not share half a cluster.
  const fresh = `${home}.new-${String(process.pid)}-${randomBytes(4).toString('hex')}`;
  const files = join(fresh, 'files');
  const password = join(fresh, 'password');
  try {
    await mkdir(dataDir, { recursive: true });
    await mkdir(files, { recursive: true, mode: 0o700 });
    await writeFile(password, randomBytes(24).toString('hex') + '\n', { mode: 0o600 });
    await giveTo(launch, fresh, files, password);
    await initialize(files, password, binaries, launch);
    await rename(fresh, home);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    const code = (error as NodeJS.ErrnoException).code;
    // Somebody else was faster: theirs is as good.
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    if (error instanceof StartupError) throw error;
    throw new StartupError(`the embedded PostgreSQL cannot be created in ${dataDir}: ${(error as Error).message}`);
  }
}

async function giveTo(launch: LaunchCommand, ...paths: readonly string[]): Promise<void> {
  if (launch.owner === null) return;
  for (const path of paths) await chown(path, launch.owner.uid, launch.owner.gid);
  const [folder] = paths;
  if (folder !== undefined) await chmod(folder, 0o700);
}

function initialize(files: string, password: string, binaries: Binaries, launch: LaunchCommand): Promise<void> {
  const words = [
    ...launch.prefix,
    binaries.initdb,
    ...['-D', files, '-U', CLUSTER_USER, `--pwfile=${password}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--no-instructions'],
  ];
  const [program = '', ...rest] = words;
  return new Promise((resolve, reject) => {
    const child = spawn(program, rest, { ...launch.options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new StartupError(`the embedded PostgreSQL cannot be created in ${files}: ${lastLine(said)}`));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? 'no reason given';
}
