import { describe, expect, test } from 'vitest';
import { asPercent, compactNumber, fromPercent, groupDigits, groupWithin, shorten } from './figures.ts';

describe('groupDigits', () => {
  test.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.8900', '1,234,567.8900'],
    ['-50000', '−50,000'],
    ['0.00012345', '0.00012345'],
    ['123456789012345678901234567890.1', '123,456,789,012,345,678,901,234,567,890.1'],
    ['not a number', 'not a number'],
  ])('%s reads %s', (text, read) => {
    expect(groupDigits(text)).toBe(read);
  });
});

test('German readers see spaces between thousands: a comma would be a decimal point to them', () => {
  expect(groupDigits('-1234567.5', 'de')).toBe('−1\u202f234\u202f567.5');
});

test.each([
  ['equity -1250.5 is below maintenance margin 43150', 'equity −1,250.5 is below maintenance margin 43,150'],
  ['16000 is above 1.5 × 430 = 645.', '16,000 is above 1.5 × 430 = 645.'],
  [
    'the mark of 2024-10-24T12:00:00Z is older than 30000 ms',
    'the mark of 2024-10-24T12:00:00Z is older than 30,000 ms',
  ],
  ['at /tiers/1000/cap of BTC-20241227 in v1.2000', 'at /tiers/1000/cap of BTC-20241227 in v1.2000'],
])('of a sentence the figures alone are grouped: %s', (sentence, read) => {
  expect(groupWithin(sentence)).toBe(read);
});

describe('asPercent and fromPercent', () => {
  test.each([
    ['0.005', '0.5'],
    ['0.0045', '0.45'],
    ['1', '100'],
    ['0', '0'],
    ['0.123456789', '12.3456789'],
    ['-0.01', '-1'],
    ['12.5', '1250'],
  ])('%s is %s percent, and back', (fraction, percent) => {
    expect(asPercent(fraction)).toBe(percent);
    expect(fromPercent(percent)).toBe(fraction);
  });
});

test('shorten says that it cut', () => {
  expect(shorten('1.23456789', 4)).toBe('1.2345…');
  expect(shorten('1.2345', 4)).toBe('1.2345');
  expect(shorten('12.9', 0)).toBe('12…');
});

test('compactNumber names the thousands', () => {
  expect(compactNumber(50_000)).toBe('50k');
  expect(compactNumber(1_230_000)).toBe('1.23M');
  expect(compactNumber(0.5)).toBe('0.5');
  expect(compactNumber(-2e9)).toBe('−2B');
});
