import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { schemaFiles } from './schema-files.ts';

const folder = new URL('../../rules/schema/', import.meta.url);

it('rules/schema is current: tsc -b tools && node tools/dist/generate-schemas/main.js', () => {
  const files = schemaFiles();
  expect(readdirSync(folder).toSorted()).toEqual([...files.keys()]);
  for (const [file, text] of files) expect(readFileSync(new URL(file, folder), 'utf8')).toBe(text);
});
