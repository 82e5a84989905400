import { expect, test } from 'vitest';
import { instantOfLocal, localText } from './localInstant.ts';

test.each(['2026-11-22T09:30:00.000Z', '2026-03-29T01:00:00.000Z', '2026-11-22T09:30:15.000Z'])(
  '%s is typed by the clock on the wall and comes back as the same instant',
  (instant) => {
    expect(instantOfLocal(localText(instant))).toBe(instant);
  },
);

test('nothing typed is no instant', () => {
  expect(instantOfLocal('')).toBeNull();
  expect(instantOfLocal('2026-13-40T00:00')).toBeNull();
  expect(localText(null)).toBe('');
  expect(localText('soon')).toBe('');
});
