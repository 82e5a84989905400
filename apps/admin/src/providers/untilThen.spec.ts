import { expect, test } from 'vitest';
import { untilThen } from './untilThen.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');

test.each([
  ['nothing to come', null, 15_000],
  ['an instant soon', '2026-11-22T12:00:02Z', 2300],
  ['an instant far away', '2026-11-22T13:00:00Z', 15_000],
  ['an instant that is over', '2026-11-22T11:00:00Z', 15_000],
])('with %s the next question waits as it should', (_, instant, wait) => {
  expect(untilThen(instant, 15_000, NOW)).toBe(wait);
});
