import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';

/** Whatever snake_case text stands in this room's sources: a code without a sentence is found by reading, not by trust. */
const here = new URL('.', import.meta.url);
const sources = readdirSync(here).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
const codes = [
  ...new Set(
    sources.flatMap((file) => {
      const texts = readFileSync(new URL(file, here), 'utf8').matchAll(/'([a-z]+(?:_[a-z]+)+)'/g);
      return [...texts].map(([, code = '']) => code);
    }),
  ),
];

describe('every finding code has a sentence of its own', () => {
  it('finds the codes', () => {
    expect(codes).toContain('mark_price_missing');
    expect(codes.length).toBeGreaterThanOrEqual(22);
  });

  it.each(codes)('%s', (code) => {
    const values = { observed: '101', limit: '100', fact: 'equity' };
    const sentence = explain({ code, contract: 'BTCUSDT', asset: 'BTC', values });
    expect(sentence).not.toBe(code.replaceAll('_', ' '));
    expect(sentence.split(' ').length).toBeGreaterThan(4);
    // Nor does it fail where nothing else is known.
    expect(explain({ code, contract: null, asset: null, values: {} })).not.toContain('undefined');
  });
});

it('a code that nobody owns is said in its own words', () => {
  expect(explain({ code: 'moon_is_full', contract: null, asset: null, values: {} })).toBe('moon is full');
});
