import { afterAll, describe, expect, it } from 'vitest';
import { runTool } from './run-tool.ts';
import { seedTree } from './seeded-tree.ts';

type Named = readonly { readonly name: string }[];

interface FileIssues {
  readonly file: string;
  readonly files?: Named;
  readonly exports?: Named;
  readonly types?: Named;
  readonly dependencies?: Named;
  readonly unlisted?: Named;
}

const tree = seedTree({
  'libs/core/src/num/index.ts': "export { live, nameless } from './live.ts';\nexport type { Idle } from './live.ts';\n",
  'libs/core/src/num/live.ts':
    'export const live = 1;\nexport const nameless = 2;\nexport const inner = 3;\nexport interface Idle {\n  a: 1;\n}\n',
  'libs/core/src/num/lonely.ts': 'export const lonely = 1;\n',
  'libs/core/src/venue/index.ts': "export { tested } from './tested.ts';\nexport type { Part } from './tested.ts';\n",
  'libs/core/src/venue/tested.ts': 'export interface Part {\n  a: 1;\n}\n\nexport const tested: Part = { a: 1 };\n',
  'libs/core/src/venue/beside.spec.ts': "import { live } from '../num/index.ts';\nlive.toString();\n",
  'test/laws/tested.spec.ts': "import { tested } from '@backstop/core/venue';\ntested.toString();\n",
  'apps/api/src/main.ts':
    "import fastify from 'fastify';\nimport 'left-pad';\nimport { live } from '@backstop/core/num';\nfastify();\nlive.toString();\n",
});
const run = runTool('knip', ['--reporter', 'json', '--no-progress'], tree.root);
const { issues } = JSON.parse(run.stdout) as { issues: FileIssues[] };
afterAll(tree.remove);

describe('dead code', () => {
  it('ends with a failure where anything is dead', () => {
    expect(run.status).toBe(1);
  });

  it('finds the file that nobody imports, and no other', () => {
    expect(named('files').filter((file) => file.startsWith('libs/'))).toEqual(['libs/core/src/num/lonely.ts']);
  });

  it('finds the exports that nobody imports, in a file and in the index of a room', () => {
    expect(named('exports', 'libs/core/src/num/live.ts')).toEqual(['inner', 'nameless']);
    expect(named('exports', 'libs/core/src/num/index.ts')).toEqual(['nameless']);
    expect(named('types', 'libs/core/src/num/live.ts')).toEqual(['Idle']);
  });

  it('lets pass what only a test imports', () => {
    expect(named('exports', 'libs/core/src/venue/index.ts')).toEqual([]);
    expect(named('exports', 'libs/core/src/venue/tested.ts')).toEqual([]);
  });

  it('lets pass the type that the index of a room offers to name a part of a signature', () => {
    expect(named('types', 'libs/core/src/venue/index.ts')).toEqual([]);
    expect(named('types', 'libs/core/src/venue/tested.ts')).toEqual([]);
  });

  it('finds the dependency that is used without being listed', () => {
    expect(named('unlisted', 'apps/api/src/main.ts')).toEqual(['left-pad']);
  });

  it('finds the dependency that is listed without being used, and not the used one', () => {
    expect(named('dependencies', 'apps/api/package.json')).toContain('rxjs');
    expect(named('dependencies', 'apps/api/package.json')).not.toContain('fastify');
    expect(named('dependencies', 'apps/api/package.json')).not.toContain('@backstop/core');
  });
});

function named(kind: Exclude<keyof FileIssues, 'file'>, file?: string): string[] {
  const ofFile = issues.filter((issue) => file === undefined || issue.file === file);
  return ofFile.flatMap((issue) => (issue[kind] ?? []).map(({ name }) => name)).sort();
}
