import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shippedProfiles } from './shipped-profiles.ts';

const rules = new URL('../../rules/', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, rules), 'utf8');
const profiles = shippedProfiles(read);

describe.each([...profiles.keys()])('rules/%s', (folder) => {
  it('is current: tsc -b tools && node tools/dist/generate-reference-profile/main.js', () => {
    for (const [file, text] of profiles.get(folder)!) expect(read(`${folder}/${file}`), file).toBe(text);
  });

  it('has no policy file that its set does not name', () => {
    const named = new Set((JSON.parse(read(`${folder}/set.json`)) as { policies: string[] }).policies);
    const found = readdirSync(new URL(`${folder}/`, rules), { recursive: true, encoding: 'utf8' }).filter(
      (file) =>
        /^(?:[a-z-]+)\/[^/]+\.json$/.test(file) &&
        !/^(?:origin|cases)\//.test(file) &&
        statSync(new URL(`${folder}/${file}`, rules)).isFile(),
    );
    expect(found.filter((file) => !named.has(file))).toEqual([]);
    expect([...named].filter((file) => !found.includes(file))).toEqual([]);
  });
});
