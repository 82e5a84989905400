import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOMS } from './boundary-cases.ts';
import { findFaults } from './find-faults.ts';
import { REPOSITORY } from './seeded-tree.ts';

describe('the tree', () => {
  it('carries no file over 300 lines and nothing unfinished, focused or skipped', () => {
    const files = ownFiles();
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => findFaults(file, readFileSync(path.join(REPOSITORY, file), 'utf8')))).toEqual([]);
  });

  it('has only rooms of the core that have a place in the order', () => {
    const rooms = new Set(ownFiles().flatMap((file) => /^libs\/core\/src\/([^/]+)\//.exec(file)?.[1] ?? []));
    expect([...rooms].filter((room) => !ROOMS.includes(room))).toEqual([]);
  });

  it('runs every fence in `npm run lint`, and lint in `npm test`', () => {
    const { scripts, nx } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
      nx: { includedScripts: string[] };
    };
    const fences = Object.keys(scripts).filter((name) => name.startsWith('lint:'));
    expect(fences.flatMap((name) => scripts[name]?.split(' && ')).toSorted()).toEqual([
      'depcruise --config .dependency-cruiser.cjs apps libs test tools',
      'knip',
      'node --max-semi-space-size=128 node_modules/eslint/bin/eslint.js . --max-warnings 0',
      'prettier --check --cache --log-level warn "**/*.{ts,tsx,js,cjs}"',
    ]);
    // A target that nx does not know would be passed over in silence.
    expect(nx.includedScripts).toEqual(fences);
    expect(scripts['lint']).toMatch(new RegExp(`^nx run-many -t ${fences.join(' ')} --parallel`));
    expect(scripts['test']?.split(' && ')).toContain('npm run lint');
  });
});

describe('a fault', () => {
  // In pieces, so that this file does not carry what it looks for.
  const [unfinished, broken, only, skip] = ['TO' + 'DO', 'FIX' + 'ME', 'only', 'skip'];

  it.each([
    ['over 300 lines', 'libs/core/src/num/long.ts', 'a\n'.repeat(301), 'libs/core/src/num/long.ts: 301 lines'],
    ['an unfinished comment', 'apps/api/src/a.ts', `\n// ${unfinished} later`, `apps/api/src/a.ts:2: ${unfinished}`],
    ['a broken comment', 'docs/a.md', `${broken}: soon`, `docs/a.md:1: ${broken}`],
    ['a focused test', 'test/a.spec.ts', `it.${only}('a', b)`, `test/a.spec.ts:1: it.${only}(`],
    ['a skipped table', 'test/a.spec.ts', `describe.${skip}.each(a)`, `test/a.spec.ts:1: describe.${skip}.`],
  ])('is %s', (_, file, text, fault) => {
    expect(findFaults(file, text)).toEqual([fault]);
  });

  it.each([
    ['300 lines', 'libs/core/src/num/just.ts', 'a\n'.repeat(300)],
    ['a long page', 'docs/long.md', 'a\n'.repeat(301)],
    ['paging by a query builder', 'apps/api/src/a.repository.ts', 'query.skip(20).take(10)'],
  ])('is not %s', (_, file, text) => {
    expect(findFaults(file, text)).toEqual([]);
  });
});

/** What is committed or about to be: everything that is not ignored and still stands. */
function ownFiles(): string[] {
  const list = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  if (list.status !== 0) throw new Error(`git ls-files failed: ${list.stderr}`);
  const files = list.stdout.split('\0').filter((file) => /\.(?:[cm]?[jt]sx?|md|css|html|sql)$/.test(file));
  return files.filter((file) => existsSync(path.join(REPOSITORY, file)));
}
