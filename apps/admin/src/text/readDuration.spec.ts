import { expect, test } from 'vitest';
import { readDuration } from './readDuration.ts';

test.each([
  [0, '0 s'],
  [2, '2 s'],
  [90, '1 min 30 s'],
  [3600, '1 h'],
  [3661, '1 h 1 min'],
  [86_401, '1 d 1 s'],
  [93_784, '1 d 2 h'],
  [172_800, '2 d'],
])('%i seconds read as %s', (seconds, words) => {
  expect(readDuration(seconds)).toBe(words);
});
