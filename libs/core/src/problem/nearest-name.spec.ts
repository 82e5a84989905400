import { expect, it } from 'vitest';
import { nearestName } from './index.ts';

it.each([
  ['tickSzie', ['tickSize', 'lotSize'], 'tickSize'],
  ['leverage', ['leverageMax', 'notionalCap'], null],
  ['multiplyer', ['multiplier'], 'multiplier'],
  ['TICKSIZE', ['tickSize'], 'tickSize'],
  ['laddder', ['ladder', 'deposits'], 'ladder'],
  ['x', ['tags'], null],
  ['', ['tags'], null],
  ['tag', ['tags', 'tab'], 'tags'],
])('`%s` among %j means %s', (written, known, expected) => {
  expect(nearestName(written, known)).toBe(expected);
});
