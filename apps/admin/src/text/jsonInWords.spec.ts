import { expect, it } from 'vitest';
import { jsonInWords } from './jsonInWords.ts';

it.each([
  [
    '{"asset":"USDT","lossDrawnMax":"12500","periodDrawnMax":null}',
    'asset USDT, loss drawn max 12,500, period drawn max –',
  ],
  [
    '{"name":"makers","conditions":{"all":[{"fact":"tags","operator":"contains","value":"maker"},{"fact":"leverage","operator":"lessThan","value":"2"}]}}',
    'name makers, conditions (all ((tags contains maker); (leverage less than 2)))',
  ],
  [
    '{"fact":"equity","operator":"lessThan","value":{"fact":"maintenanceMargin"}}',
    'equity less than (maintenance margin)',
  ],
  ['["1","2500"]', '1; 2,500'],
  ['[]', '–'],
  ['{}', '–'],
])('%s is read as %s', (json, words) => {
  expect(jsonInWords(json)).toBe(words);
});

it.each(['12', 'BTCUSDT', '{not json', ''])('%j is no part of a document', (text) => {
  expect(jsonInWords(text)).toBeNull();
});
