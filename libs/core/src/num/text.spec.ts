import { Decimal as Reference } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coefficientsUpTo } from './arbitrary-coefficient.ts';
import { compare, decimal, DECIMAL_TEXT_MAX, formatDecimal, parseDecimal, toFloat } from './index.ts';

const decimals = fc
  .tuple(coefficientsUpTo(10n ** 30n), fc.nat(30))
  .map(([coefficient, scale]) => decimal(coefficient, scale));

const CANONICAL = /^(?:0|-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?)$/;

describe('decimal text', () => {
  it('round trip: what is formatted parses back to the same value, and its text is canonical', () => {
    fc.assert(
      fc.property(decimals, (a) => {
        const text = formatDecimal(a);
        expect(text).toMatch(CANONICAL);
        const again = parseDecimal(text);
        expect(again).not.toBeNull();
        if (again === null) return;
        expect(compare(again, a)).toBe(0);
        expect(formatDecimal(again)).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });

  it('states the value that decimal.js reads', () => {
    fc.assert(
      fc.property(decimals, (a) => {
        const expected = new Reference(a.coefficient.toString() + 'e-' + String(a.scale));
        expect(new Reference(formatDecimal(a)).equals(expected)).toBe(true);
      }),
    );
  });

  it.each([
    ['0', '0'],
    ['-0', '0'],
    ['0.000', '0'],
    ['-0.0', '0'],
    ['1.50', '1.5'],
    ['100', '100'],
    ['-12.340', '-12.34'],
    ['0.005', '0.005'],
    ['123456789012345678901234567890.000000001', '123456789012345678901234567890.000000001'],
  ])('`%s` is stored as `%s`', (text, canonical) => {
    const value = parseDecimal(text);
    expect(value && formatDecimal(value)).toBe(canonical);
  });

  it.each([
    ...['', '-', '.', '.5', '5.', '+1', '01', '00', '-01', '1e5', '1E5', '0x10', '1_000', '1,000', ' 1', '1 ', '1\n'],
    ...['NaN', 'Infinity', '-Infinity', '--1', '1.2.3', '٣', '１', 'null'],
  ])('`%s` is not a decimal', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it('reads no text longer than its bound', () => {
    expect(parseDecimal('9'.repeat(DECIMAL_TEXT_MAX))).not.toBeNull();
    expect(parseDecimal('9'.repeat(DECIMAL_TEXT_MAX + 1))).toBeNull();
  });

  it('toFloat is within 2 · 2^-53 of the size of the value', () => {
    const Exact = Reference.clone({ precision: 200 });
    const bound = new Exact(2).pow(-52);
    fc.assert(
      fc.property(decimals, (a) => {
        const exact = new Exact(a.coefficient.toString()).times(new Exact(10).pow(-a.scale));
        // 100 digits of what the float is, not the shortest text that reads back as it.
        const float = new Exact(toFloat(a).toPrecision(100));
        expect(float.minus(exact).abs().lessThanOrEqualTo(exact.abs().times(bound))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
