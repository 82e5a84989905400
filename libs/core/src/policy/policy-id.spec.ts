import { expect, it } from 'vitest';
import { parsePolicyId, policyId } from './index.ts';

it.each([
  ['margin-tiers', 'BTCUSDT'],
  ['valuation', 'default'],
  ['collateral-haircut', 'a_b-1'],
])('the id of %s and %s parses back', (kind, key) => {
  expect(parsePolicyId(policyId(kind, key))).toEqual({ kind, key });
});

it.each([
  '',
  '.',
  'margin-tiers',
  'margin-tiers.',
  '.BTCUSDT',
  'margin-tiers.a.b',
  'Margin.a',
  'a.' + 'k'.repeat(65),
  'a.b c',
])('`%s` is no policy id', (id) => {
  expect(parsePolicyId(id)).toBeNull();
});
