import { expect, test } from 'vitest';
import { words } from '@backstop/core/rules';
import { readKey, readName } from './readKey.ts';

test('keys are read as words', () => {
  expect(readKey('maintenanceMarginRate')).toBe('Maintenance margin rate');
  expect(readKey('mark_price_is_stale')).toBe('Mark price is stale');
  expect(readKey('cap-inclusive')).toBe('Cap inclusive');
});

test.each([
  ['equity', 'equity'],
  ['unrealizedPnl', 'unrealized pnl'],
  ['desk.leverageLimit', 'desk leverage limit'],
  ['limits$.tiers[0].cap', 'limits tiers 0 cap'],
])('%s within a sentence is %s, as the core says it', (name, expected) => {
  expect(readName(name)).toBe(expected);
  expect(readName(name)).toBe(words(name));
});
