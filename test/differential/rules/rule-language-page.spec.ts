import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';

const REPOSITORY = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/rule-language.md', REPOSITORY), 'utf8');
const [, differences = ''] = page.split('## Deliberate differences');

/** The tests that each row of the table names, by the beginning of their titles. */
const rows = differences
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| json-rules-engine'))
  .map((line) => [...(line.split(' | ').at(-1) ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
const specs = ['differences.spec.ts', 'refusals.spec.ts'].map((file) =>
  readFileSync(new URL(file, import.meta.url), 'utf8'),
);
const titles = [...specs.join('\n').matchAll(/\bit(?:\.each(?:<[^(]*>)?\([\s\S]*?\n? *\]\))?\(\s*'([^']+)'/g)].map(
  ([, title = '']) => title,
);

describe('docs/rule-language.md', () => {
  it('names a test in every row of differences', () => {
    expect(rows.length).toBeGreaterThanOrEqual(20);
    expect(rows.filter((names) => names.length === 0)).toEqual([]);
  });

  it.each(rows.flat())('names a test that there is: %s', (name) => {
    expect(titles.filter((title) => title.startsWith(name))).not.toEqual([]);
  });

  it('leaves no tested difference out', () => {
    expect(titles.length).toBeGreaterThanOrEqual(20);
    expect(titles.filter((title) => !rows.flat().some((name) => title.startsWith(name)))).toEqual([]);
  });

  it('names files that there are', () => {
    const files = [...page.matchAll(/`((?:test|tools)\/[^`]+)`/g)].map(([, file = '']) => file);
    expect(files.length).toBeGreaterThanOrEqual(7);
    expect(files.filter((file) => !existsSync(fileURLToPath(new URL(file, REPOSITORY))))).toEqual([]);
  });

  it('counts the mutants', () => {
    expect(page).toContain(`Each of ${String(MUTANTS.length)} compilers with one fault`);
  });
});
