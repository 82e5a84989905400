import { expect, test } from 'vitest';
import { scopeOfTexts, textsOfScope } from './scopeTexts.ts';

test.each([
  [{ contracts: '*' as const }],
  [{ contracts: ['BTCUSDT', 'ETHUSDT'] }],
  [{ groups: ['majors'], tags: ['retail'] }],
  [{ assets: '*' as const }],
  [{ assets: ['BTC'], tags: ['retail', 'pro'] }],
])('the scope %j comes back from its fields as it was', (scope) => {
  expect(scopeOfTexts(textsOfScope(scope))).toEqual(scope);
});

test('names are separated by commas, spaces or both', () => {
  expect(scopeOfTexts({ about: 'contracts', names: ' BTCUSDT,ETHUSDT  SOLUSDT,', tags: '' })).toEqual({
    contracts: ['BTCUSDT', 'ETHUSDT', 'SOLUSDT'],
  });
});
