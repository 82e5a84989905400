import { expect, test } from 'vitest';
import { readParameters } from './readParameters.ts';

test.each([
  ['nothing', {}, ''],
  ['a figure and a text', { notionalMax: '25000', channel: 'desk' }, 'notional max 25,000, channel desk'],
  ['a fact in place of a value', { limit: { fact: 'desk.leverageLimit' } }, 'limit desk leverage limit'],
  ['a part of a fact', { limit: { fact: 'limits', path: '$.tiers[0]' } }, 'limit limits $.tiers[0]'],
  ['what is unknown', { limit: null }, 'limit –'],
  ['anything else as it is', { steps: [1, 2] }, 'steps [1,2]'],
])('%s', (_, parameters, expected) => {
  expect(readParameters(parameters)).toBe(expected);
});
