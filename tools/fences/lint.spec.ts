import { afterAll, describe, expect, it } from 'vitest';
import { CLEAN_CASES, COMPILED_TOO, LINT_CASES } from './lint-cases.ts';
import { runTool } from './run-tool.ts';
import { REPOSITORY, seedTree } from './seeded-tree.ts';

interface FileReport {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[];
}

/** One entry of the configuration; those that come from a preset are named `… > preset`. */
interface Entry {
  readonly name?: string;
  readonly rules?: Readonly<Record<string, unknown>>;
}

const cases = [...LINT_CASES, ...CLEAN_CASES];
const tree = seedTree(Object.fromEntries(cases.map(({ path, text }) => [path, text])));
const run = runTool('eslint', ['.', '--max-warnings', '0', '--format', 'json'], tree.root);
const reports = JSON.parse(run.stdout) as FileReport[];
afterAll(tree.remove);

describe('lint', () => {
  it('has a seed for every rule that the house sets itself', async () => {
    const module = (await import(`${REPOSITORY}eslint.config.js`)) as { default: readonly Entry[] };
    const own = module.default
      .filter(({ name }) => name?.includes(' > ') !== true)
      .flatMap(({ rules }) => Object.entries(rules ?? {}));
    const set = new Set(own.filter(([, setting]) => setting !== 'off').map(([rule]) => rule));
    expect(set).toContain('house/no-clock');
    expect([...set].filter((rule) => !LINT_CASES.some((seed) => seed.rule === rule))).toEqual([]);
  });

  it('ends with a failure where anything is refused', () => {
    expect(run.status).toBe(1);
  });

  it.each(LINT_CASES.map((seed) => [seed.name, seed] as const))(
    'refuses %s, and for nothing else',
    (_, { path, rule }) => {
      const hit = rulesHit(path);
      const others = COMPILED_TOO.has(String(rule)) ? hit.filter((each) => each !== 'house/types') : hit;
      expect(others).toEqual([rule]);
    },
  );

  it.each(CLEAN_CASES.map((seed) => [seed.name, seed] as const))('lets pass: %s', (_, { path }) => {
    expect(rulesHit(path)).toEqual([]);
  });
});

/** The rules that a seeded file hit; a parse error shows as its message, so that a seed that does not compile cannot pass. */
function rulesHit(path: string): string[] {
  const report = reports.find(({ filePath }) => filePath === `${tree.root}/${path}`);
  if (report === undefined) throw new Error(`${path} was not linted`);
  return report.messages.map(
    ({ ruleId, message }) => ruleId ?? (message.startsWith('Unused eslint-disable') ? 'unused-directive' : message),
  );
}
