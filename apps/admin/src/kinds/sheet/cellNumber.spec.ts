import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellNumber } from './cellNumber.ts';

const read = (text: string) => {
  const number = cellNumber(text);
  return typeof number === 'string' ? number : [number.point, number.comma];
};

test.each([
  ['0', '0', '0'],
  ['50000', '50000', '50000'],
  ['1.5', '1.5', null],
  ['1,5', null, '1.5'],
  ['1.000', '1', '1000'],
  ['1,000', '1000', '1'],
  ['0.005', '0.005', null],
  ['0,005', null, '0.005'],
  ['1,234.56', '1234.56', null],
  ['1.234,56', null, '1234.56'],
  ['1.234.567', null, '1234567'],
  ['1,234,567', '1234567', null],
  ['1234.567', '1234.567', null],
  ['1 234 567,5', null, '1234567.5'],
  ['1\u00a0234\u00a0567', '1234567', '1234567'],
  ['1\u202f234,5', null, '1234.5'],
  ["1'234'567.5", '1234567.5', null],
  ['1’234', '1234', '1234'],
  ['1E+06', '1000000', '1000000'],
  ['5.00E-03', '0.005', null],
  ['1,234E+03', null, '1234'],
  ['.5', '0.5', null],
  ['0.5 %', '0.5', null],
  ['$ 1,250.00', '1250', null],
  ['50000 USDT', '50000', '50000'],
])('%s is %s with a point and %s with a comma', (text, point, comma) => {
  expect(read(text)).toEqual([point, comma]);
});

test.each([
  ['#N/A', 'error_value'],
  ['#DIV/0!', 'error_value'],
  ['########', 'hidden_value'],
  ['-5', 'negative'],
  ['\u22125', 'negative'],
  ['(1,000)', 'negative'],
  ['1,23,456', 'not_a_number'],
  ['1.2.3', 'not_a_number'],
  ['1 2', 'not_a_number'],
  ['12 34', 'not_a_number'],
  ['01-May', 'not_a_number'],
  ['5 ‰', 'not_a_number'],
  ['1:125', 'not_a_number'],
  ['$5 USDT', 'not_a_number'],
  ['1e999', 'not_a_number'],
  ['0x10', 'not_a_number'],
])('%s is refused: %s', (text, code) => {
  expect(read(text)).toBe(code);
});

const plain = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 24n }), fc.nat({ max: 10 }))
  .map(([digits, scale]) => decimalText(digits, scale));

test('a number that is written in any locale is read with its mark as what it is, and never as another one', () => {
  const locales = fc.constantFrom(
    ['.', ','],
    ['.', ''],
    [',', '.'],
    [',', ''],
    [',', '\u00a0'],
    [',', '\u202f'],
    ['.', "'"],
  );
  fc.assert(
    fc.property(plain, locales, fc.constantFrom('', '%', ' %', '\u00a0%'), (text, [mark = '', group = ''], percent) => {
      const [whole = '', fraction] = text.split('.');
      const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, group);
      const number = cellNumber(grouped + (fraction === undefined ? '' : mark + fraction) + percent);
      if (typeof number === 'string') throw new Error(`${text} was refused: ${number}`);
      expect(mark === '.' ? number.point : number.comma).toBe(text);
      expect(number.isPercent).toBe(percent !== '');
    }),
    { numRuns: 3000 },
  );
});

function decimalText(digits: bigint, scale: number): string {
  const padded = String(digits).padStart(scale + 1, '0');
  const [whole, fraction] = [padded.slice(0, padded.length - scale), padded.slice(padded.length - scale)];
  const kept = fraction.replace(/0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}
