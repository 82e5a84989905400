import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import { BOUNDARY_CASES, GROUND, textOf } from './boundary-cases.ts';
import { runTool } from './run-tool.ts';
import { REPOSITORY, seedTree } from './seeded-tree.ts';

/** What dependency-cruiser says of one file or one import. */
interface Verdict {
  readonly rules?: readonly { readonly name: string }[];
}

interface Cruise {
  readonly modules: readonly (Verdict & {
    readonly source: string;
    readonly dependencies: readonly (Verdict & { readonly module: string; readonly resolved: string })[];
  })[];
}

/** Stands in for the package, so that this fence does not hang on whether it is installed. */
const ENGINE = 'node_modules/json-rules-engine';

const sources = [...GROUND, ...BOUNDARY_CASES].map((seed) => [seed.path, textOf(seed)] as const);
const tree = seedTree({
  ...Object.fromEntries(sources),
  'rules/profile/set.json': '{}',
  [`${ENGINE}/package.json`]: '{ "name": "json-rules-engine", "main": "index.js" }',
  [`${ENGINE}/index.js`]: '',
});
const folders = ['apps', 'libs', 'test', 'tools'];
const run = runTool(
  'depcruise',
  ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
  tree.root,
);
const cruise = JSON.parse(run.stdout) as Cruise;
afterAll(tree.remove);

describe('boundaries', () => {
  it('ends with a failure where anything is refused', () => {
    expect(runTool('depcruise', ['--config', '.dependency-cruiser.cjs', 'libs'], tree.root).status).toBeGreaterThan(0);
  });

  it.each(BOUNDARY_CASES.map((seed) => [seed.rules.join(' and '), seed.path, seed] as const))(
    '%s refuses %s, and nothing else does',
    (_, path, { rules }) => {
      expect(rulesHit(path)).toEqual([...rules].sort());
    },
  );

  it.each(GROUND.map(({ path }) => path))('lets %s pass', (path) => {
    expect(rulesHit(path)).toEqual([]);
  });

  it('has a seed for every rule', () => {
    const configuration = createRequire(import.meta.url)(`${REPOSITORY}.dependency-cruiser.cjs`) as {
      forbidden: { name: string }[];
    };
    const seeded = new Set(BOUNDARY_CASES.flatMap(({ rules }) => rules));
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !seeded.has(name))).toEqual([]);
  });

  it('resolves a room of the core to its source, not to what was built', () => {
    const contracts = cruise.modules.find(({ source }) => source === 'libs/contracts/src/index.ts');
    expect(contracts?.dependencies.find(({ module }) => module === '@backstop/core/num')?.resolved).toBe(
      'libs/core/src/num/index.ts',
    );
  });
});

function rulesHit(path: string): string[] {
  const module = cruise.modules.find(({ source }) => source === path);
  if (module === undefined) throw new Error(`${path} was not cruised`);
  const hits = [module, ...module.dependencies].flatMap(({ rules }) => rules ?? []);
  return [...new Set(hits.map(({ name }) => name))].sort();
}
