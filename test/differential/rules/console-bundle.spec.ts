import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../../..', import.meta.url));

/** Texts that survive minification, by the package that they come from. */
const MARKS = {
  'json-rules-engine': ['Cannot evaluate() a boolean condition', 'Undefined fact: ', 'factId required'],
  'jsonpath-plus': ['JSONPath'],
} as const;

/** What `npm run build` made for the browser. */
const bundle = textOf('apps/admin/dist', '.js');

it.each(Object.entries(MARKS))('the built console does not contain %s', (name, marks) => {
  const source = textOf(`node_modules/${name}/dist`, '.js');
  for (const mark of marks) {
    expect(source).toContain(mark);
    expect(bundle).not.toContain(mark);
  }
});

it('the built console does contain the rule language', () => {
  expect(bundle).toContain('greaterThanInclusive');
});

function textOf(folder: string, extension: string): string {
  const root = path.join(REPOSITORY, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(extension));
  return files.map((file) => readFileSync(path.join(root, file), 'utf8')).join('\n');
}
