import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { readVectors } from './read-vectors.ts';

const list = z.object({ ids: z.array(z.object({ id: z.string(), quantity: z.string() })) });
const { ids } = list.parse(JSON.parse(readFileSync(new URL('published-ids.json', import.meta.url), 'utf8')));
const families = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('.json') && file !== 'published-ids.json')
  .map((file) => file.slice(0, -'.json'.length));
const specs = readdirSync(new URL('.', import.meta.url))
  .filter((file) => file.endsWith('-vectors.spec.ts'))
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
const page = readFileSync(new URL('../../docs/published-examples.md', import.meta.url), 'utf8');
const [coveredPart = '', notCoveredPart = ''] = page.split('## Not covered');

it('lists 192 published examples, each once', () => {
  expect(ids).toHaveLength(192);
  expect(new Set(ids.map(({ id }) => id)).size).toBe(192);
});

it('has every published example in a fixture or on the page with the reason why not, and none in both', () => {
  const inFixtures = families.flatMap((name) => readVectors(name).vectors.map(({ id }) => id));
  expect([...inFixtures, ...idsIn(notCoveredPart)].toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
});

it('says on the page what the fixtures hold', () => {
  const stated = families.flatMap((name) =>
    readVectors(name).vectors.map(({ id, quantity, tolerance }) => {
      return `${id} | ${quantity} | ${name} | ${tolerance === '0' ? 'exact' : `within ${tolerance}`}`;
    }),
  );
  const rows = [...coveredPart.matchAll(/^\| (\S+) \| (\S+) \| .*\(`([a-z-]+)\.json`\) \| (.+) \|$/gm)];
  const said = rows.map(([, id = '', quantity = '', name = '', agreement = '']) => {
    return [id, quantity, name, agreement].join(' | ');
  });
  expect(said.toSorted()).toEqual(stated.toSorted());
});

it('runs every fixture file in a spec', () => {
  expect(families.filter((name) => !specs.some((text) => text.includes(`'${name}'`)))).toEqual([]);
});

/** The ids in the first column of a table. */
function idsIn(part: string): string[] {
  const first = [...part.matchAll(/^\| ([a-zA-Z0-9-]+) \| [a-z_]+ \| .+ \|$/gm)].map(([, id = '']) => id);
  return first.filter((id) => id !== 'id');
}
