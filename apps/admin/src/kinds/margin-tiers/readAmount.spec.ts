import { expect, test } from 'vitest';
import { formatDecimal } from '@backstop/core/num';
import { readAmount } from './readAmount.ts';

test.each([
  ['1250000', '1250000'],
  ['1,250,000.50', '1250000.5'],
  ['2.5m', '2500000'],
  ['300 K', '300000'],
  ['0.1b', '100000000'],
  ['007', '7'],
])('%s is read as %s', (typed, value) => {
  const read = readAmount(typed);
  expect(read === null ? null : formatDecimal(read)).toBe(value);
});

test.each(['', '-5', 'abc', '1e5', '5mm', '.5', '1.2.3'])('%s is not an amount', (typed) => {
  expect(readAmount(typed)).toBeNull();
});
