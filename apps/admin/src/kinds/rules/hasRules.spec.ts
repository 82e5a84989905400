import { expect, test } from 'vitest';
import { hasRules } from './hasRules.ts';

test.each([
  ['rules with conditions', { rules: [{ name: 'a', conditions: { all: [] } }] }, true],
  ['rules that are something else', { rules: ['a', null] }, false],
  ['rules that are no list', { rules: { conditions: {} } }, false],
  ['tiers', { tiers: [] }, false],
])('%s', (_, document, expected) => {
  expect(hasRules(document)).toBe(expected);
});
