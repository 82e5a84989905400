import { expect, test } from 'vitest';
import { readKey } from './readKey.ts';

test('keys are read as words', () => {
  expect(readKey('maintenanceMarginRate')).toBe('Maintenance margin rate');
  expect(readKey('mark_price_is_stale')).toBe('Mark price is stale');
  expect(readKey('cap-inclusive')).toBe('Cap inclusive');
});
