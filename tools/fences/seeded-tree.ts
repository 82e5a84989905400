import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository that these fences guard. */
export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** What decides how the fences judge: copied as it stands, so that the seeds meet the very configuration of the repository. */
const CONFIGURATION = [
  ...['package.json', 'tsconfig.base.json', 'tsconfig.json', '.gitignore', 'vitest.config.ts'],
  ...[
    'eslint.config.js',
    '.dependency-cruiser.cjs',
    'knip.json',
    'tools/lint',
    'tools/tsconfig.json',
    'test/tsconfig.json',
  ],
  ...['libs/core', 'libs/contracts', 'apps/api', 'apps/admin'].flatMap((workspace) => [
    `${workspace}/package.json`,
    `${workspace}/tsconfig.json`,
  ]),
];

export interface SeededTree {
  readonly root: string;
  readonly remove: () => void;
}

/**
 * A repository in the system's temporary folder: our configuration, our dependencies by link, and only `files` as sources
 * (path from the root → text). Seeds never stand in the real tree, where another process could see them.
 */
export function seedTree(files: Readonly<Record<string, string>>): SeededTree {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'backstop-fence-')));
  for (const file of CONFIGURATION) cpSync(path.join(REPOSITORY, file), path.join(root, file), { recursive: true });
  for (const [file, text] of Object.entries(files)) write(path.join(root, file), text);
  linkDependencies(root);
  return {
    root,
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Every installed package by link, but not what is seeded: our own workspaces must resolve to the seeded sources. */
function linkDependencies(root: string): void {
  const installed = path.join(REPOSITORY, 'node_modules');
  const target = path.join(root, 'node_modules');
  mkdirSync(path.join(target, '@backstop'), { recursive: true });
  for (const entry of readdirSync(installed)) {
    const isSeeded = existsSync(path.join(target, entry));
    if (!isSeeded && entry !== '.cache') symlinkSync(path.join(installed, entry), path.join(target, entry));
  }
  for (const workspace of ['libs/core', 'libs/contracts', 'apps/api', 'apps/admin']) {
    symlinkSync(path.join(root, workspace), path.join(target, '@backstop', path.basename(workspace)));
  }
}
