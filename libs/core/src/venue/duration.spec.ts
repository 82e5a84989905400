import { expect, test } from 'vitest';
import { formatDuration } from './duration.ts';

test.each([
  [0, '0 s'],
  [-3, '0 s'],
  [2, '2 s'],
  [0.25, '250 ms'],
  [90, '1 min 30 s'],
  [3600, '1 h'],
  [86_401, '1 d 1 s'],
  [93_784.005, '1 d 2 h 3 min 4 s 5 ms'],
])('%d seconds are %s, and nothing of them is left out', (seconds, words) => {
  expect(formatDuration(seconds)).toBe(words);
});
