import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);
const run = promisify(execFile);
const unpacked = promisify(brotliDecompress);

const INSTALLED_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Nothing that calls home, asks, or needs rights that a container has not. */
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Starts a real Chromium: the one in `CHROMIUM_PATH`, else an installed one, else the one that npm brought
 * (Linux on x64 only), with its own libraries where the system lacks some.
 */
export async function launchChromium(): Promise<Browser> {
  const { path, env } = await findChromium();
  return chromium.launch({ executablePath: path, args: FLAGS, env: { ...definedOf(process.env), ...env } });
}

async function findChromium(): Promise<Executable> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return { path: named, env: {} };
  const installed = await installedChromium();
  return installed === null ? packagedChromium() : { path: installed, env: {} };
}

async function installedChromium(): Promise<string | null> {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const path of INSTALLED_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))) {
    if (await isExecutable(path)) return path;
  }
  return null;
}

/** The browser that `@sparticuz/chromium` brings, unpacked once beside the packages. */
async function packagedChromium(): Promise<Executable> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('no Chromium was found: install one, or set CHROMIUM_PATH to one');
  }
  const root = dirname(require.resolve('@sparticuz/chromium/package.json'));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = join(root, '..', '..', '.cache', `backstop-chromium-${version}`);
  const path = join(folder, 'chromium');
  if (!(await isExecutable(path))) await unpackInto(folder, join(root, 'bin'));
  const libraries = (await lacksLibraries(path)) ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
  return {
    path,
    env: { ...libraries, FONTCONFIG_PATH: (await isReadable('/etc/fonts')) ? '/etc/fonts' : join(folder, 'fonts') },
  };
}

/** Into a folder of its own first, so that two runs at once never see half of it. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const fresh = `${folder}.${String(process.pid)}`;
  await mkdir(fresh, { recursive: true });
  await writeFile(join(fresh, 'chromium'), await unpacked(await readFile(join(packed, 'chromium.br'))));
  await chmod(join(fresh, 'chromium'), 0o755);
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const archive = join(fresh, `${name}.tar`);
    await writeFile(archive, await unpacked(await readFile(join(packed, `${name}.tar.br`))));
    const into = name === 'swiftshader' ? fresh : join(fresh, name);
    await mkdir(into, { recursive: true });
    await run('tar', ['-xf', archive, '-C', into]);
    await rm(archive);
  }
  await rename(fresh, folder).catch(async () => {
    // Another run was faster: its copy is as good.
    await rm(fresh, { recursive: true, force: true });
  });
}

async function lacksLibraries(path: string): Promise<boolean> {
  const { stdout } = await run('ldd', [path]);
  return stdout.includes('not found');
}

async function isExecutable(path: string): Promise<boolean> {
  return allows(path, constants.X_OK);
}

async function isReadable(path: string): Promise<boolean> {
  return allows(path, constants.R_OK);
}

async function allows(path: string, mode: number): Promise<boolean> {
  try {
    await access(path, mode);
    return true;
  } catch {
    return false;
  }
}

function definedOf(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
