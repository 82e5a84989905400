import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../policy/index.ts';
import { liquidationTrigger } from './index.ts';

const folder = (name: string): URL => new URL(`./fixtures/${name}/`, import.meta.url);
const documents = (name: string): [string, unknown][] =>
  readdirSync(folder(name))
    .toSorted()
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder(name)), 'utf8'))]);

/** Files whose problem codes a trigger can give: its own checks and proof, and those of the rule language. */
const CHECKS = [
  './check.ts',
  './check-cases.ts',
  './check-holds.ts',
  './check-zones.ts',
  './prove-liquidation.ts',
  '../../rules/check/check-believed.ts',
  '../../rules/check/check-case-facts.ts',
  '../../rules/check/check-conditions.ts',
  '../../rules/check/check-facts.ts',
  '../../rules/check/check-fields.ts',
  '../../rules/check/check-leaf.ts',
  '../../rules/check/check-literal.ts',
  '../../rules/check/check-operator.ts',
  '../../rules/check/check-reference.ts',
];

function codesNamed(): string[] {
  const texts = CHECKS.map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'));
  const codes = texts.flatMap((text) => [...text.matchAll(/'([a-z]+(?:_[a-z]+)+)'/g)].map((match) => match[1]!));
  return [...new Set(codes)].toSorted();
}

describe('accepts', () => {
  it.each(documents('valid'))('%s', (_name, document) => {
    expect(parseDocument(liquidationTrigger, document)).toMatchObject({ ok: true });
  });
});

describe('refuses_by_name', () => {
  it.each(documents('invalid'))('%s and nothing else', (name, document) => {
    const parsed = parseDocument(liquidationTrigger, document);
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual([name]);
  });

  it('has one fixture for each code that its checks name', () => {
    expect(documents('invalid').map(([name]) => name)).toEqual(codesNamed());
  });
});

describe('round_trips', () => {
  it.each(documents('valid'))('%s', (_name, document) => {
    const parsed = parseDocument(liquidationTrigger, document);
    expect(parsed.ok && parseDocument(liquidationTrigger, parsed.value)).toEqual(parsed);
  });
});
