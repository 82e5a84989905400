import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../policy/index.ts';
import { marginTiers } from './index.ts';

const folder = (name: string): URL => new URL(`./fixtures/${name}/`, import.meta.url);
const documents = (name: string): [string, unknown][] =>
  readdirSync(folder(name))
    .toSorted()
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(new URL(file, folder(name)), 'utf8'))]);

/** Every code that `check` can give, in the order of its rules. */
const CODES = [
  'first_floor_not_zero',
  'tier_floor_duplicated',
  'tier_gap',
  'tier_overlap',
  'tier_cap_missing',
  'tier_cap_not_above_floor',
  'maintenance_margin_rate_falls',
  'initial_margin_missing',
  'leverage_max_leaves_less_than_maintenance',
  'initial_margin_rate_below_maintenance',
  'leverage_max_rises',
  'initial_margin_rate_falls',
  'maintenance_deduction_broken',
  'maintenance_deduction_not_applied',
  'initial_margin_growth_below_maintenance',
];

describe('accepts', () => {
  it.each(documents('valid'))('%s', (_name, document) => {
    expect(parseDocument(marginTiers, document)).toMatchObject({ ok: true });
  });
});

describe('refuses_by_name', () => {
  it.each(documents('invalid'))('%s and nothing else', (name, document) => {
    const parsed = parseDocument(marginTiers, document);
    expect(parsed.ok ? [] : parsed.problems.map(({ code }) => code)).toEqual([name]);
  });

  it('has one fixture for each code', () => {
    expect(documents('invalid').map(([name]) => name)).toEqual(CODES.toSorted());
  });
});

describe('round_trips', () => {
  it.each(documents('valid'))('%s', (_name, document) => {
    const parsed = parseDocument(marginTiers, document);
    expect(parsed.ok && parseDocument(marginTiers, parsed.value)).toEqual(parsed);
  });
});
