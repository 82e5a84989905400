import { expect, test } from 'vitest';
import { readDay, readInstant } from './instants.ts';

test('an instant is read in UTC, seconds only where there are any', () => {
  expect(readInstant('2024-10-24T00:00:00Z')).toBe('24 Oct 2024, 00:00 UTC');
  expect(readInstant('2024-10-24T23:59:07.250Z')).toBe('24 Oct 2024, 23:59:07 UTC');
  expect(readInstant('soon')).toBe('soon');
});

test('a day is a day of the UTC calendar', () => {
  expect(readDay('2024-10-24T23:59:59Z')).toBe('24 Oct 2024');
});
