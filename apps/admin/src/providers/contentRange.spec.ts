import { expect, test } from 'vitest';
import { totalOf } from './contentRange.ts';

test.each([
  ['policies 0-24/349', 349],
  ['items */0', 0],
  ['items 0-24/*', null],
  [null, null],
])('%s has the total %s', (header, total) => {
  expect(totalOf(header)).toBe(total);
});
