import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { REPOSITORY } from './seeded-tree.ts';

const BINARIES = {
  eslint: 'node_modules/eslint/bin/eslint.js',
  depcruise: 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
  knip: 'node_modules/knip/bin/knip.js',
};

/** What a tool prints and how it ends, run by its command line as `npm run lint` runs it. */
export function runTool(tool: keyof typeof BINARIES, args: readonly string[], root: string): ToolRun {
  const binary = path.join(REPOSITORY, BINARIES[tool]);
  const run = spawnSync(process.execPath, [binary, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.error !== undefined) throw run.error;
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

export interface ToolRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
